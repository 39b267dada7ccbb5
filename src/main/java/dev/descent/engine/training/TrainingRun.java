package dev.descent.engine.training;

import java.util.Map;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.DeadUnits;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.Step;
import org.jspecify.annotations.Nullable;

/**
 * A training run: a plan, data and a state that steps. It advances by small units of work
 * (one update, or the evaluation of one chunk of samples), so that it can be interrupted
 * at any time; its state can be copied and resumed elsewhere with the same bits.
 *
 * <p>
 * Confined to one thread at a time. Nothing is allocated after construction.
 */
public final class TrainingRun {

	private final TrainingPlan plan;

	private final TrainingListener listener;

	private final Network network;

	private final Samples training;

	private final @Nullable Samples validation;

	private final Kernels kernels;

	private final MiniBatches batches;

	private final Evaluation trainingEvaluation;

	private final @Nullable Evaluation validationEvaluation;

	private final TrainingState state;

	private final Penalties penalties;

	private final BatchObjective objective;

	private final CurrentStep currentStep = new CurrentStep();

	/** Whether the full batch's workspace holds the pass of the present parameters. */
	private boolean forwardDone;

	/** A run from its beginning. */
	public TrainingRun(TrainingPlan plan, Samples training, @Nullable Samples validation, Kernels kernels,
			Parameters start, TrainingListener listener) {
		this(plan, training, validation, kernels, TrainingState.start(plan, start), listener);
	}

	/**
	 * A run that goes on from a state, of which it takes a copy. An evaluation that had
	 * begun is made again.
	 */
	public TrainingRun(TrainingPlan plan, Samples training, @Nullable Samples validation, Kernels kernels,
			TrainingState state, TrainingListener listener) {
		Architecture architecture = plan.architecture();
		this.plan = plan;
		this.listener = listener;
		this.network = new Network(architecture, kernels);
		this.training = training;
		this.validation = validation;
		this.kernels = kernels;
		this.batches = new MiniBatches(architecture, plan, training);
		this.trainingEvaluation = batches.fullBatch()
				? new Evaluation(network, plan.loss(), plan.metric(), training, batches.fullBatchWorkspace())
				: new Evaluation(network, plan.loss(), plan.metric(), training);
		this.validationEvaluation = (validation != null)
				? new Evaluation(network, plan.loss(), plan.metric(), validation) : null;
		this.state = TrainingState.of(plan, state.numbers());
		this.penalties = new Penalties(plan.penalties(), architecture);
		this.objective = new BatchObjective(plan, network, penalties, this.state, batches.load(0, 0));
	}

	/**
	 * The same run from the present moment on, under another plan for the same data; an
	 * epoch that has begun is trained to its end whatever the plan says.
	 * @param edits parameters to set before, by index
	 */
	public TrainingRun amended(TrainingPlan next, Map<Integer, Double> edits) {
		var plan = next.lastingAtLeast(state.epochsBegun());
		var amended = state.under(plan);
		return new TrainingRun(plan, training, validation, kernels, edits.isEmpty() ? amended : amended.edited(edits),
				listener);
	}

	/** Does up to this many units of work; fewer if the run finishes. */
	public void advance(int units) {
		advance(units, Hold.NONE);
	}

	/** Does up to this many units of work; fewer if the run finishes or is held. */
	public void advance(int units, Hold hold) {
		for (int i = 0; i < units && !finished() && !hold.holds(this); i++) {
			if (state.evaluationDue) {
				evaluate();
			}
			else if (state.epoch == plan.epochs()) {
				stop(StopReason.COMPLETED);
			}
			else {
				update();
			}
		}
	}

	/** Runs to the end. */
	public void finish() {
		while (!finished()) {
			advance(Integer.MAX_VALUE);
		}
	}

	/** Ends the run; it makes no further update. */
	public void stop(StopReason reason) {
		boolean bestIsKept = state.bestParameters != null && state.bestLoss < Double.POSITIVE_INFINITY;
		state.restored = bestIsKept && !(state.figuresAreCurrent() && isBest());
		state.stopReason = reason;
	}

	public boolean finished() {
		return state.stopReason != null;
	}

	/** The state itself; it changes as the run advances. */
	public TrainingState state() {
		return state;
	}

	/** Hidden units that are 0 for every training sample; takes a forward pass. */
	public int deadUnits() {
		return DeadUnits.count(network, state.parameters(), training.inputs());
	}

	/** A number of samples as passes over all training samples. */
	public double passes(long samples) {
		return samples / (double) training.count();
	}

	/** Losses and metrics at the last evaluated epoch; not a copy. */
	public EpochFigures figures() {
		return state.figures();
	}

	/**
	 * The mean loss of the batch of the update that is about to be made, without
	 * penalties; to be asked for by {@link TrainingListener#updating} only.
	 */
	public double batchLoss() {
		return objective.batchLoss();
	}

	/**
	 * The gradient of the last update; not a copy, and the optimizer may have used it up.
	 */
	public Parameters gradient() {
		return objective.gradientParameters();
	}

	/**
	 * Whether that gradient is the one of the loss alone, without penalties, noise and
	 * clipping.
	 */
	public boolean gradientIsPlain() {
		return plan.penalties().isEmpty() && plan.optimization().gradientRules().isEmpty();
	}

	/**
	 * The batch of the update that is about to be made, after its passes; to be asked for
	 * by {@link TrainingListener#updating} only.
	 */
	public Workspace batch() {
		return objective.workspace();
	}

	/** Which training samples that batch has; to be asked for then, too. */
	public int[] batchSamples() {
		return batches.loaded(state.epoch, state.position, objective.workspace().batch());
	}

	/**
	 * Whether the update that is about to be made is the last one before an evaluation;
	 * to be asked for by {@link TrainingListener#updating} only.
	 */
	public boolean evaluationFollows() {
		return state.position + objective.workspace().batch() == training.count()
				&& plan.evaluatesAfter(state.epoch + 1);
	}

	/** What is trained. */
	public Network network() {
		return network;
	}

	private void update() {
		Workspace workspace = batches.load(state.epoch, state.position);
		Optimization optimization = plan.optimization();
		long time = optimization.time(state.epoch, state.step);
		state.learningRate = optimization.schedule()
			.learningRate(optimization.learningRate(), time, state.scheduleMemory);
		state.step++;
		currentStep.momentum = optimization.schedule().momentum(time);
		objective.begin(workspace, state.step, forwardDone);
		listener.updating(this);
		optimization.optimizer().update(objective, state.memory, currentStep);
		forwardDone = false;
		state.position += workspace.batch();
		if (!state.parameters.finite()) {
			stop(StopReason.DIVERGED);
			return;
		}
		if (state.position == training.count()) {
			state.position = 0;
			state.epoch++;
			state.evaluationDue = plan.evaluatesAfter(state.epoch);
		}
	}

	private void evaluate() {
		if (!trainingEvaluation.finished()) {
			trainingEvaluation.advance(state.result);
		}
		else if (validationEvaluation != null && !validationEvaluation.finished()) {
			validationEvaluation.advance(state.result);
		}
		if (trainingEvaluation.finished() && (validationEvaluation == null || validationEvaluation.finished())) {
			concludeEvaluation();
		}
	}

	private void concludeEvaluation() {
		var figures = state.figures;
		figures.setTraining(trainingEvaluation.loss(), trainingEvaluation.loss() + penalties.of(state.result),
				trainingEvaluation.metric());
		trainingEvaluation.restart();
		if (validationEvaluation != null) {
			figures.setValidation(validationEvaluation.loss(), validationEvaluation.metric());
			validationEvaluation.restart();
		}
		forwardDone = batches.fullBatch() && state.result == state.parameters && !plan.architecture().hasDropout();
		state.evaluationDue = false;
		state.evaluatedStep = state.step;
		if (!figures.finite(validationEvaluation != null)) {
			stop(StopReason.DIVERGED);
			return;
		}
		if (plan.isRegular(state.epoch)) {
			remember();
		}
		listener.evaluated(this);
		stopIfDone();
	}

	/**
	 * Lets schedule and early stopping take note. An evaluation that is made only because
	 * the run ends there leaves no trace, so that a longer run goes the same way.
	 */
	private void remember() {
		if (state.epoch > 0) {
			Optimization optimization = plan.optimization();
			optimization.schedule()
				.evaluated(optimization.learningRate(), optimization.time(state.epoch, state.step), monitoredLoss(),
						state.scheduleMemory);
		}
		if (isBest()) {
			state.bestLoss = monitoredLoss();
			state.bestEpoch = state.epoch;
			state.bestStep = state.step;
			state.bestFigures.set(state.figures);
			if (state.bestParameters != null) {
				state.bestParameters.set(state.result);
			}
		}
	}

	private boolean isBest() {
		var stopping = plan.earlyStopping();
		return monitoredLoss() < state.bestLoss - ((stopping != null) ? stopping.minDelta() : 0);
	}

	private double monitoredLoss() {
		return (validationEvaluation != null) ? state.figures.validationLoss() : state.figures.trainLoss();
	}

	private void stopIfDone() {
		if (plan.targetLoss() != null && state.figures.trainLoss() <= plan.targetLoss()) {
			stop(StopReason.TARGET_REACHED);
		}
		else if (plan.optimization().optimizer().converged(state.memory)) {
			stop(StopReason.CONVERGED);
		}
		else if (plan.isRegular(state.epoch) && isPatienceOver()) {
			stop(StopReason.EARLY_STOPPED);
		}
		else if (state.epoch == plan.epochs()) {
			stop(StopReason.COMPLETED);
		}
	}

	private boolean isPatienceOver() {
		var stopping = plan.earlyStopping();
		return stopping != null && state.epoch - state.bestEpoch >= stopping.patience();
	}

	/** The update that is being made. */
	private final class CurrentStep implements Step {

		private double momentum = Double.NaN;

		@Override
		public long number() {
			return state.step;
		}

		@Override
		public double learningRate() {
			return state.learningRate;
		}

		@Override
		public double momentum(double own) {
			return Double.isNaN(momentum) ? own : momentum;
		}

	}

}
