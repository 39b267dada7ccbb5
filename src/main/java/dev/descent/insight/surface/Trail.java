package dev.descent.insight.surface;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.training.Checkpoint;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import org.jspecify.annotations.Nullable;

/** The moments of a run that were kept, in the order of time, at least one. */
record Trail(TrainingJobId job, @Nullable String name, List<Checkpoint> moments) {

	/**
	 * The trail of a job.
	 * @throws dev.descent.problem.ConflictException if it has recorded nothing yet
	 */
	static Trail of(TrainingJob job) {
		return new Trail(job.id(), job.description().name(), job.moments());
	}

	/** Copies of the parameters of all moments. */
	List<double[]> points() {
		return moments.stream().map((moment) -> moment.parameters().values()).toList();
	}

	/** The parameters that moved over the widest range, the widest first. */
	static int[] widest(List<double[]> points, int count) {
		int length = points.getFirst().length;
		double[] widths = new double[length];
		for (int i = 0; i < length; i++) {
			int index = i;
			var range = points.stream().mapToDouble((point) -> point[index]).summaryStatistics();
			widths[i] = range.getMax() - range.getMin();
		}
		return IntStream.range(0, length)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -widths[i]))
			.limit(count)
			.mapToInt(Integer::intValue)
			.toArray();
	}

}
