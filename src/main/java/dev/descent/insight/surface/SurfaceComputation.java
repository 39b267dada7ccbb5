package dev.descent.insight.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.descent.engine.analysis.LossProbe;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.training.Samples;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computation;
import org.jspecify.annotations.Nullable;

/** Works out a surface: first the grid, then the losses along the paths. */
final class SurfaceComputation implements Computation<LossSurface> {

	private final SurfaceRequest request;

	private final Checkpoint center;

	private final List<Trail> trails;

	private final Kernels kernels;

	private @Nullable Stage stage;

	/** All that is known once the plane is. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Stage(View view, double[] center, List<double[]> points, double[][] coordinates, double[] x,
			double[] y, LossProbe grid, LossProbe onPlane, LossProbe onPath) {
	}

	/**
	 * @param trails of jobs with the same network, data and loss, the job itself first
	 */
	SurfaceComputation(SurfaceRequest request, Checkpoint center, List<Trail> trails, Kernels kernels) {
		this.request = request;
		this.center = center;
		this.trails = trails;
		this.kernels = kernels;
	}

	/** The parameters along the paths, some vectors beside them, and the samples. */
	@Override
	public long bytes() {
		var experiment = center.experiment();
		long points = trails.stream().mapToLong((trail) -> trail.moments().size()).sum();
		return Double.BYTES * (points + 8) * experiment.architecture().parameterCount() + experiment.workingBytes();
	}

	@Override
	public void begin() {
		var experiment = center.experiment();
		var architecture = experiment.architecture();
		var network = new Network(architecture, kernels);
		var loss = experiment.plan().loss();
		var samples = samples();
		double[] parameters = center.parameters().values();
		var points = trails.stream().flatMap((trail) -> trail.points().stream()).toList();
		var view = View.of(request, architecture, parameters, points);
		double[][] coordinates = points.stream().map(view.plane()::nearest).toArray(double[][]::new);
		double[] middle = view.plane().nearest(parameters);
		double[] x = view.axis(column(coordinates, 0), middle[0], request.span(), request.resolution());
		double[] y = view.axis(column(coordinates, 1), middle[1], request.span(), request.resolution());
		stage = new Stage(view, parameters, points, coordinates, x, y,
				LossProbe.grid(network, loss, samples, view.plane(), x, y),
				new LossProbe(network, loss, samples, points.size(),
						(i, into) -> view.plane().place(coordinates[i][0], coordinates[i][1], into)),
				new LossProbe(network, loss, samples, points.size(),
						(i, into) -> System.arraycopy(points.get(i), 0, into, 0, into.length)));
	}

	private Samples samples() {
		var split = center.experiment().split();
		return center.experiment().samples((request.part() == Part.TRAINING) ? split.training() : split.validation());
	}

	private static double[] column(double[][] coordinates, int index) {
		return IntStream.range(0, coordinates.length).mapToDouble((i) -> coordinates[i][index]).toArray();
	}

	@Override
	public void advance(int units) {
		var on = stage();
		for (int i = 0; i < units; i++) {
			if (!on.grid().finished()) {
				on.grid().advance();
			}
			else if (!on.onPlane().finished()) {
				on.onPlane().advance();
			}
			else if (!on.onPath().finished()) {
				on.onPath().advance();
			}
		}
	}

	@Override
	public boolean finished() {
		return stage().onPath().finished() && stage().onPlane().finished() && stage().grid().finished();
	}

	@Override
	public LossSurface result() {
		var done = stage();
		var paths = new ArrayList<PathOnPlane>();
		int from = 0;
		for (var trail : trails) {
			paths.add(path(done, trail, from));
			from += trail.moments().size();
		}
		return new LossSurface(center, request, done.view().xName(), done.view().yName(), done.x(), done.y(),
				done.grid().rows(done.x().length), done.view().explainedVariance(), paths);
	}

	private static PathOnPlane path(Stage done, Trail trail, int from) {
		var points = new ArrayList<PathOnPlane.Point>();
		double[] fromCenter = new double[trail.moments().size()];
		for (int i = 0; i < fromCenter.length; i++) {
			var moment = trail.moments().get(i);
			double[] parameters = done.points().get(from + i);
			double[] at = done.coordinates()[from + i];
			points.add(new PathOnPlane.Point(moment.epoch(), moment.step(), at[0], at[1],
					done.onPlane().losses()[from + i], done.onPath().losses()[from + i],
					done.view().plane().distance(parameters, at[0], at[1])));
			fromCenter[i] = distance(parameters, done.center());
		}
		return new PathOnPlane(trail.job(), trail.name(), points, Fidelity.of(points, fromCenter));
	}

	private static double distance(double[] one, double[] other) {
		double squares = 0;
		for (int i = 0; i < one.length; i++) {
			squares += (one[i] - other[i]) * (one[i] - other[i]);
		}
		return Math.sqrt(squares);
	}

	private Stage stage() {
		return Objects.requireNonNull(stage);
	}

}
