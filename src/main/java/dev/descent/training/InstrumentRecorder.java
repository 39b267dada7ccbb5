package dev.descent.training;

import java.util.function.Supplier;

import dev.descent.engine.analysis.RunMeter;
import dev.descent.engine.training.TrainingRun;
import dev.descent.training.specification.InstrumentLevel;
import org.jspecify.annotations.Nullable;

/** Reads the instruments of a run and records them, on the thread that trains. */
final class InstrumentRecorder {

	private final Instruments instruments;

	private final Supplier<double[]> start;

	/** Made when something is to be read for the first time. */
	private @Nullable RunMeter meter;

	/**
	 * @param start the parameters of epoch 0
	 */
	InstrumentRecorder(Instruments instruments, Supplier<double[]> start) {
		this.instruments = instruments;
		this.start = start;
	}

	/** An update is about to be made. */
	void updating(TrainingRun run, InstrumentLevel level) {
		if (level != InstrumentLevel.NONE && run.evaluationFollows()) {
			meter(run).updating(run, level == InstrumentLevel.FULL);
		}
	}

	/** An epoch was evaluated. */
	void evaluated(TrainingRun run, InstrumentLevel level) {
		int epoch = run.state().epoch();
		if (level == InstrumentLevel.NONE) {
			instruments.skip(epoch);
			return;
		}
		boolean all = level == InstrumentLevel.FULL;
		meter(run).evaluated(run, all);
		instruments.append(epoch, meter(run), all);
	}

	private RunMeter meter(TrainingRun run) {
		var present = meter;
		if (present == null) {
			present = new RunMeter(run.network().architecture(), start.get());
			meter = present;
		}
		return present;
	}

}
