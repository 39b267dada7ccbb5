package dev.descent.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.descent.insight.surface.Part;
import dev.descent.race.specification.AxisSpecification;
import dev.descent.race.specification.DesignSpecification;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.race.specification.VariantSpecification;
import dev.descent.training.JobState;
import org.jspecify.annotations.Nullable;

/** A race whose runs are made up, to be judged. */
@SuppressWarnings("NullAway") // nothing of it is ever trained
final class MadeRace {

	private final RaceSpecification specification;

	private final List<Variant> variants = new ArrayList<>();

	private final List<RaceRun> runs = new ArrayList<>();

	/** Of given variants, each at all points of a grid. */
	MadeRace(List<String> given, AxisSpecification... axes) {
		this(null, null, given, axes);
	}

	MadeRace(@Nullable Double target, @Nullable DesignSpecification design, List<String> given,
			AxisSpecification... axes) {
		specification = new RaceSpecification(null, Map.of(), null, null,
				given.stream().map((name) -> new VariantSpecification(name, Map.of())).toList(), List.of(axes), design,
				5, null, null, null, null, target, null, null);
		for (String name : given) {
			for (var point : specification.design().points(specification.axes())) {
				variants.add(new Variant(name + point, Map.of(), point, null, null));
			}
		}
	}

	static AxisSpecification axis(String field, @Nullable Object... values) {
		return new AxisSpecification(field, Arrays.asList(values), null, null, null, null, null);
	}

	/**
	 * A run with a training loss for each epoch from 0 on; an epoch costs two gradients
	 * and a second.
	 */
	MadeRace run(int variant, JobState state, double... losses) {
		return run(variant, state, false, IntStream.range(0, losses.length).asDoubleStream().toArray(), losses);
	}

	/** Runs that had one epoch. */
	MadeRace ended(int variant, double... finalLosses) {
		Arrays.stream(finalLosses).forEach((loss) -> run(variant, JobState.SUCCEEDED, 1, loss));
		return this;
	}

	/** Runs that diverged at once. */
	MadeRace diverged(int variant, int count) {
		IntStream.range(0, count).forEach((_) -> run(variant, JobState.DIVERGED, 1, Double.POSITIVE_INFINITY));
		return this;
	}

	MadeRace run(int variant, JobState state, boolean changed, double[] epochs, double[] losses) {
		long seed = 42 + runs.stream().filter((run) -> run.variant() == variant).count();
		double[] none = new double[losses.length];
		Arrays.fill(none, Double.NaN);
		runs.add(new RaceRun(variant, seed, null, null, state, null, false, changed, epochs[epochs.length - 1],
				new RunCurve(epochs, Arrays.stream(epochs).map((epoch) -> 2 * epoch).toArray(), losses, none),
				Double.NaN, Double.NaN, null));
		return this;
	}

	RacePlan plan() {
		return new RacePlan(specification, variants, variants.stream().map((_) -> List.<RacePlan.Tried>of()).toList());
	}

	RaceRecord record() {
		return new RaceRecord(plan(), variants, runs, List.of(),
				RaceTarget.of(plan(), runs.stream().filter(RaceRun::counts).toList()));
	}

	RaceCurves curves(Against against, int points) {
		return RaceCurves.of(record(), against, Part.TRAINING, points, record().numbers().boxed().toList());
	}

}
