package dev.descent.engine.analysis;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.training.Hold;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * Watches a run for one update and keeps all that it starts from. The pass is made once
 * more with the same bits, so that the run itself keeps nothing for it.
 */
public final class UpdateRecorder implements TrainingListener, Hold {

	private final long step;

	private final Kernels kernels;

	private @Nullable Start start;

	/** What the update starts from. */
	@SuppressWarnings("ArrayRecordComponent") // copies of its own, never compared
	private record Start(TrainingRun run, int epoch, int[] samples, Workspace pass, Parameters parameters,
			Memory memory) {
	}

	/**
	 * @param step the number of the update, from 1
	 */
	public UpdateRecorder(long step, Kernels kernels) {
		this.step = step;
		this.kernels = kernels;
	}

	@Override
	public void evaluated(TrainingRun run) {
	}

	@Override
	public void updating(TrainingRun run) {
		var state = run.state();
		if (state.step() != step) {
			return;
		}
		var plan = state.plan();
		var pass = run.batch().sameBatch(plan.architecture());
		pass.dropout().draw(plan.seed(), step);
		var parameters = state.moved().copy();
		var memory = plan.optimization()
			.optimizer()
			.memory(parameters.values().length)
			.allocate(parameters.values().length);
		memory.set(state.memory());
		new Network(plan.architecture(), kernels).forward(parameters, pass);
		start = new Start(run, state.epoch(), run.batchSamples(), pass, parameters, memory);
	}

	/** Holds the run as soon as the update is made. */
	@Override
	public boolean holds(TrainingRun run) {
		return finished();
	}

	/** Whether the update was made. */
	public boolean finished() {
		return start != null;
	}

	/** All about the update, once it was made. */
	public UpdateTrace trace() {
		var from = start;
		if (from == null) {
			throw new IllegalStateException("the update was not made");
		}
		var state = from.run().state();
		return new UpdateTrace(state.plan(), kernels, step, from.epoch(), from.samples(), from.pass(),
				from.parameters(), from.memory(), state.learningRate(), state.moved().copy(), state.memory());
	}

}
