package dev.descent.insight;

import java.util.List;

import dev.descent.training.Experiment;
import dev.descent.training.Trainings;
import org.jspecify.annotations.Nullable;

/** Reads which plane of the input space is wanted. */
public final class PlaneReading {

	private final Experiment experiment = Trainings.experiment("""
			{"dataset": {"type": "inline", "features": [[0, 1, 2], [1, 0, 3], [2, 2, 2]], "targets": [0, 1, 0],
			"columns": ["a", "a=b", "x1"]}, "split": {"validationFraction": 0}}""");

	/** Reads two axes and what is held, each in a line. */
	public void read(String lines) {
		var all = lines.lines().toList();
		InputPlane.of(experiment,
				new InputPlane.Wanted(3, line(all, 0), line(all, 1), all.subList(Math.min(2, all.size()), all.size())));
	}

	private static @Nullable String line(List<String> all, int index) {
		return (index < all.size() && !all.get(index).isEmpty()) ? all.get(index) : null;
	}

}
