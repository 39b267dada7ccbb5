package dev.descent.insight.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.descent.engine.analysis.Directions;
import dev.descent.engine.analysis.Plane;
import dev.descent.engine.network.Architecture;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A plane or a line with what its coordinates are called.
 *
 * @param yName empty for a line
 * @param reach how far to look on each side of the centre at least
 * @param explainedVariance share of the path's variance along each direction; null where
 * the directions are not those of the path
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record View(Plane plane, String xName, String yName, double reach, double @Nullable [] explainedVariance) {

	/** Room around the path, as a share of its width. */
	private static final double MARGIN = 0.2;

	/** The plane that is asked for. */
	static View of(SurfaceRequest request, Architecture architecture, double[] center, List<double[]> path) {
		return switch (request.plane()) {
			case PCA -> {
				var components = PrincipalComponents.of(path, 2);
				if (components.directions().length < 2) {
					throw new ConflictException(
							"The path has no two directions, so there is no such plane; ask for another plane or, along a line, for a slice.");
				}
				yield new View(new Plane(center, components.directions()[0], components.directions()[1]),
						component(1, components), component(2, components), 0, components.shares());
			}
			case RANDOM -> new View(
					new Plane(center, random(architecture, center, request.seed(), 0),
							random(architecture, center, request.seed(), 1)),
					"random direction 1", "random direction 2", 1, null);
			case PARAMETERS -> parameters(request, architecture, center, path);
		};
	}

	private static View parameters(SurfaceRequest request, Architecture architecture, double[] center,
			List<double[]> path) {
		if (architecture.parameterCount() < 2) {
			throw new ConflictException("A surface needs two parameters, and the network has one.");
		}
		int[] widest = Trail.widest(path, 2);
		var first = place(request.first(), widest[0], architecture, "first");
		var second = place(request.second(), (widest[1] != first.index()) ? widest[1] : widest[0], architecture,
				"second");
		if (first.index() == second.index()) {
			throw new RefusedException(List.of(Fault.ofParameter("second", "must be another parameter than first")));
		}
		double[] origin = center.clone();
		origin[first.index()] = 0;
		origin[second.index()] = 0;
		return new View(
				new Plane(origin, Directions.unit(origin.length, first.index()),
						Directions.unit(origin.length, second.index())),
				"parameter " + first.name(), "parameter " + second.name(), 1, null);
	}

	private static ParameterPlace place(@Nullable String name, int usual, Architecture architecture,
			String queryParameter) {
		return (name != null) ? ParameterPlace.parse(name, architecture, queryParameter)
				: ParameterPlace.of(usual, architecture);
	}

	/** The line that is asked for. */
	static View of(SliceRequest request, Architecture architecture, double[] center, List<double[]> path,
			double @Nullable [] goal) {
		return switch (request.along()) {
			case PCA -> {
				var components = PrincipalComponents.of(path, 1);
				if (components.directions().length < 1) {
					throw new ConflictException("The path has no direction: its parameters never changed.");
				}
				yield new View(Plane.line(center, components.directions()[0]), component(1, components), "", 0,
						components.shares());
			}
			case RANDOM -> new View(Plane.line(center, random(architecture, center, request.seed(), 0)),
					"random direction", "", 1, null);
			case PARAMETER -> {
				var place = place(request.parameter(), Trail.widest(path, 1)[0], architecture, "parameter");
				double[] origin = center.clone();
				origin[place.index()] = 0;
				yield new View(Plane.line(origin, Directions.unit(origin.length, place.index())),
						"parameter " + place.name(), "", 1, null);
			}
			case JOB -> {
				double[] direction = new double[center.length];
				for (int i = 0; i < direction.length && goal != null; i++) {
					direction[i] = goal[i] - center[i];
				}
				if (isZero(direction)) {
					throw new ConflictException(
							"Both jobs have the same parameters, so there is no line between them.");
				}
				yield new View(Plane.line(center, direction), "from this job (0) to the other (1)", "", 0, null);
			}
		};
	}

	private static double[] random(Architecture architecture, double[] center, long seed, int index) {
		double[] direction = Directions.filterNormalized(architecture, center, seed, index);
		if (isZero(direction)) {
			throw new ConflictException(
					"All weights are zero at this moment, and so are directions that are as long as they.");
		}
		return direction;
	}

	private static boolean isZero(double[] direction) {
		return Arrays.stream(direction).allMatch((entry) -> entry == 0);
	}

	private static String component(int number, PrincipalComponents components) {
		return String.format(Locale.ROOT, "principal component %d (%.1f %%)", number,
				100 * components.shares()[number - 1]);
	}

	/**
	 * Where to look along one coordinate.
	 * @param coordinates of the path
	 * @param center coordinate of the centre
	 * @throws ConflictException where numbers overflow
	 */
	double[] axis(double[] coordinates, double center, @Nullable Double span, int resolution) {
		double low = center - ((span != null) ? span : reach);
		double high = center + ((span != null) ? span : reach);
		if (span == null) {
			for (double coordinate : coordinates) {
				low = Math.min(low, coordinate);
				high = Math.max(high, coordinate);
			}
			double margin = (high > low) ? MARGIN * (high - low) : 1;
			low -= margin;
			high += margin;
		}
		if (!Double.isFinite(low) || !Double.isFinite(high)) {
			throw new ConflictException(
					"The parameters at this moment, or on the way to it, are so large that numbers overflow; ask for an earlier epoch.");
		}
		double[] axis = new double[resolution];
		for (int i = 0; i < resolution; i++) {
			double share = i / (resolution - 1.0);
			axis[i] = low * (1 - share) + high * share;
		}
		return axis;
	}

}
