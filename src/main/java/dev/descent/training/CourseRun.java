package dev.descent.training;

import java.util.HashMap;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.training.Hold;
import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import dev.descent.engine.training.TrainingState;
import org.jspecify.annotations.Nullable;

/**
 * A run through the phases of a course: where one ends, it goes on from the same moment
 * under the next. Confined to one thread at a time.
 */
final class CourseRun {

	private Course course;

	private int phase;

	private Experiment experiment;

	private TrainingRun run;

	/** A run from the beginning. */
	CourseRun(Course course, Experiment experiment, Kernels kernels, TrainingListener listener) {
		this.course = course;
		this.experiment = experiment;
		this.run = experiment.start(kernels, listener);
	}

	/**
	 * A run that goes on from a moment of the same course, or of one that begins alike.
	 */
	CourseRun(Course course, Checkpoint from, Kernels kernels, TrainingListener listener) {
		this.course = course;
		this.phase = from.phase();
		this.experiment = from.experiment();
		this.run = experiment.resume(from.state().resumed(), kernels, listener);
		enterPhases();
		var reason = run.state().stopReason();
		if (reason != null) {
			run.stop(reason);
		}
	}

	/** Does up to this many units of work; fewer if the run ends or is held. */
	void advance(int units, Hold hold) {
		enterPhases();
		run.advance(units, (run) -> phaseEnds() || hold.holds(run));
		enterPhases();
	}

	private void enterPhases() {
		while (phaseEnds()) {
			phase++;
			var next = course.phase(phase);
			experiment = experiment.amended(next.specification());
			var edits = new HashMap<Integer, Double>();
			next.opening().weights().forEach((edit) -> edits.put(edit.index(experiment.architecture()), edit.value()));
			run = run.amended(experiment.plan(), edits);
		}
	}

	private boolean phaseEnds() {
		return phase + 1 < course.length() && course.phase(phase + 1).beginsAt(run);
	}

	/** Goes on with a course that is the same up to the present moment. */
	void follow(Course amended) {
		course = amended;
		enterPhases();
	}

	/** Ends the run; it makes no further update. */
	void stop(StopReason reason) {
		run.stop(reason);
	}

	/** Why it ended; null before that. */
	@Nullable StopReason stopReason() {
		return phaseEnds() ? null : run.state().stopReason();
	}

	/** The state itself; it changes as the run advances. */
	TrainingState state() {
		return run.state();
	}

	TrainingRun run() {
		return run;
	}

	/**
	 * The present moment, to keep.
	 * @param evaluations how many were made up to now
	 */
	Checkpoint checkpoint(long evaluations) {
		return new Checkpoint(experiment, phase, evaluations, run.state());
	}

	/** Data and network of the present phase. */
	Experiment experiment() {
		return experiment;
	}

}
