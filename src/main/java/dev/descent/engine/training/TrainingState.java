package dev.descent.engine.training;

import java.util.List;
import java.util.Map;

import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.NumberCursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is: with its plan and data it says all that is needed to go on, bit for
 * bit. Positions count what is done.
 */
public final class TrainingState {

	private static final List<StopReason> REASONS = List.of(StopReason.values());

	/** Those that every state has. */
	private static final int SINGLE_NUMBERS = 24;

	private static final long NEVER = -1;

	private final TrainingPlan plan;

	/** Where the gradient is taken. */
	final Parameters parameters;

	/** What is evaluated and used: the same, or what the optimizer holds for it. */
	final Parameters result;

	final Memory memory;

	/** What the schedule remembers. */
	final double[] scheduleMemory;

	final Cost cost = new Cost();

	int epoch;

	long step;

	/** Samples of the present epoch that were used already. */
	int position;

	/** Whether the evaluation of the present epoch is still to be made. */
	boolean evaluationDue;

	/** The latest evaluation. */
	final EpochFigures figures = new EpochFigures();

	/** The updates that were made before it; {@link #NEVER} if there was none. */
	long evaluatedStep = NEVER;

	double bestLoss = Double.POSITIVE_INFINITY;

	/** The evaluation of the best epoch. */
	final EpochFigures bestFigures = new EpochFigures();

	int bestEpoch;

	long bestStep;

	/** The parameters of the best epoch, kept only if they may be restored. */
	final @Nullable Parameters bestParameters;

	@Nullable StopReason stopReason;

	/** Whether the best epoch is shown in place of the last. */
	boolean restored;

	/** The learning rate of the last update; before the first, that of the first. */
	double learningRate;

	/** How many numbers all of it is. */
	private final int size;

	private TrainingState(TrainingPlan plan) {
		var optimizer = plan.optimization().optimizer();
		this.plan = plan;
		this.parameters = Parameters.zeros(plan.architecture());
		this.memory = optimizer.memory(parameters.values().length).allocate(parameters.values().length);
		double[] used = optimizer.result(memory);
		this.result = (used == null) ? parameters : Parameters.over(plan.architecture(), used);
		this.scheduleMemory = new double[plan.optimization().schedule().memory()];
		this.bestParameters = isRestorable(plan) ? parameters.copy() : null;
		this.size = Math.toIntExact(size(plan));
	}

	/** The state before the first update, with a copy of the given parameters. */
	static TrainingState start(TrainingPlan plan, Parameters parameters) {
		var state = new TrainingState(plan);
		state.parameters.set(parameters);
		if (state.bestParameters != null) {
			state.bestParameters.set(parameters);
		}
		plan.optimization().optimizer().start(parameters.values(), state.memory);
		state.evaluationDue = true;
		state.learningRate = plan.optimization()
			.schedule()
			.learningRate(plan.optimization().learningRate(), 0, state.scheduleMemory);
		return state;
	}

	private static boolean isRestorable(TrainingPlan plan) {
		var stopping = plan.earlyStopping();
		return stopping != null && stopping.restoreBest();
	}

	/**
	 * The state of a run of the same plan.
	 * @param numbers from {@link #numbers}
	 */
	public static TrainingState of(TrainingPlan plan, double[] numbers) {
		var state = new TrainingState(plan);
		state.read(new NumberCursor(numbers));
		return state;
	}

	/**
	 * The same moment under another plan for the same parameters and data, from which a
	 * run goes on even if it had stopped. A method of descent that stays, perhaps with
	 * other settings, keeps its memory; another one starts from the parameters to use. A
	 * schedule keeps its memory if it and its learning rate stay.
	 * @throws IllegalArgumentException if the plan has fewer epochs than have begun, or
	 * other parameters
	 */
	public TrainingState under(TrainingPlan next) {
		if (next.epochs() < epochsBegun()
				|| next.architecture().parameterCount() != plan.architecture().parameterCount()) {
			throw new IllegalArgumentException("the plan does not fit what was trained");
		}
		var state = new TrainingState(next);
		state.takePlace(this);
		state.takeMemory(this);
		state.takeBest(this);
		var rates = next.optimization();
		if (step == 0) {
			state.learningRate = rates.schedule().learningRate(rates.learningRate(), 0, state.scheduleMemory);
		}
		state.evaluationDue = evaluationDue || (betweenEpochs() && evaluatedStep != step && !plan.evaluatesAfter(epoch)
				&& next.evaluatesAfter(epoch));
		return state;
	}

	private void takePlace(TrainingState other) {
		epoch = other.epoch;
		step = other.step;
		position = other.position;
		learningRate = other.learningRate;
		cost.set(other.cost);
		figures.set(other.figures);
		evaluatedStep = plan.loss().equals(other.plan.loss()) ? other.evaluatedStep : NEVER;
	}

	private void takeMemory(TrainingState other) {
		var before = other.plan.optimization();
		var now = plan.optimization();
		int count = parameters.values().length;
		if (now.optimizer().continues(before.optimizer(), count)) {
			parameters.set(other.parameters);
			memory.set(other.memory);
		}
		else {
			parameters.set(other.result);
			now.optimizer().start(parameters.values(), memory);
		}
		if (now.schedule().equals(before.schedule()) && now.learningRate() == before.learningRate()) {
			System.arraycopy(other.scheduleMemory, 0, scheduleMemory, 0, scheduleMemory.length);
		}
	}

	/** What was best stays so if it was kept and the loss is still the same. */
	private void takeBest(TrainingState other) {
		boolean known = plan.loss().equals(other.plan.loss())
				&& (bestParameters == null || other.bestParameters != null);
		bestEpoch = known ? other.bestEpoch : other.epoch;
		bestStep = known ? other.bestStep : other.step;
		if (known) {
			bestLoss = other.bestLoss;
			bestFigures.set(other.bestFigures);
		}
		if (bestParameters != null) {
			bestParameters.set((known && other.bestParameters != null) ? other.bestParameters : result);
		}
	}

	/**
	 * The same moment with some parameters moved by hand. A method that holds the
	 * parameters to use apart from those it descends with starts anew from them.
	 * @param edits by index of the parameter
	 */
	public TrainingState edited(Map<Integer, Double> edits) {
		var state = of(plan, numbers());
		edits.forEach((index, value) -> state.result.values()[index] = value);
		if (state.result != state.parameters) {
			state.parameters.set(state.result);
			state.memory.clear();
			plan.optimization().optimizer().start(state.parameters.values(), state.memory);
		}
		state.evaluatedStep = NEVER;
		return state;
	}

	/** The same moment, from which a run goes on if it was ended from outside only. */
	public TrainingState resumed() {
		boolean endedFromOutside = stopReason == StopReason.CANCELLED || stopReason == StopReason.TIME_LIMIT;
		var state = endedFromOutside ? shownLast() : of(plan, numbers());
		if (endedFromOutside) {
			state.stopReason = null;
		}
		return state;
	}

	/** The same moment with the parameters of the last update, not of the best epoch. */
	public TrainingState shownLast() {
		var state = of(plan, numbers());
		state.restored = false;
		return state;
	}

	/** The plan of the run that it belongs to. */
	public TrainingPlan plan() {
		return plan;
	}

	/** All of it, as a list of numbers. */
	public double[] numbers() {
		double[] numbers = new double[size];
		write(new NumberCursor(numbers));
		return numbers;
	}

	/** How many numbers it is. */
	public static long size(TrainingPlan plan) {
		int parameters = plan.architecture().parameterCount();
		return SINGLE_NUMBERS + plan.optimization().schedule().memory() + (isRestorable(plan) ? 2L : 1L) * parameters
				+ plan.optimization().optimizer().memory(parameters).size(parameters);
	}

	private void write(NumberCursor target) {
		target.put(epoch).put((double) step).put(position).put(evaluationDue ? 1 : 0).put(learningRate);
		cost.write(target);
		figures.write(target);
		target.put((double) evaluatedStep).put(bestLoss).put(bestEpoch).put((double) bestStep);
		bestFigures.write(target);
		target.put((stopReason != null) ? REASONS.indexOf(stopReason) : -1).put(restored ? 1 : 0);
		target.put(scheduleMemory).put(parameters.values());
		memory.write(target);
		if (bestParameters != null) {
			target.put(bestParameters.values());
		}
	}

	private void read(NumberCursor source) {
		epoch = (int) source.get();
		step = (long) source.get();
		position = (int) source.get();
		evaluationDue = source.get() == 1;
		learningRate = source.get();
		cost.read(source);
		figures.read(source);
		evaluatedStep = (long) source.get();
		bestLoss = source.get();
		bestEpoch = (int) source.get();
		bestStep = (long) source.get();
		bestFigures.read(source);
		int reason = (int) source.get();
		stopReason = (reason >= 0) ? REASONS.get(reason) : null;
		restored = source.get() == 1;
		source.get(scheduleMemory).get(parameters.values());
		memory.read(source);
		if (bestParameters != null) {
			source.get(bestParameters.values());
		}
	}

	/**
	 * The parameters to use; not a copy. Methods that average take their gradient
	 * elsewhere. Of a run that has ended they may be those of its best epoch.
	 */
	public Parameters parameters() {
		return (restored && bestParameters != null) ? bestParameters : result;
	}

	/** Where the gradient is taken, which the method moves; not a copy. */
	public Parameters moved() {
		return parameters;
	}

	/** What the method remembers; not a copy. */
	public Memory memory() {
		return memory;
	}

	/** What the run's method has evaluated so far; not a copy. */
	public Cost cost() {
		return cost;
	}

	/** The learning rate of the last update; before the first, that of the first. */
	public double learningRate() {
		return learningRate;
	}

	/**
	 * The epoch the parameters belong to: whole epochs done, or the best after a restore.
	 */
	public int parametersEpoch() {
		return restored ? bestEpoch : epoch;
	}

	/** Whether the run has ended and the parameters are those of its best epoch again. */
	public boolean restored() {
		return restored;
	}

	/** The updates that were made to get the parameters. */
	public long parametersStep() {
		return restored ? bestStep : step;
	}

	/** Whole epochs done. */
	public int epoch() {
		return epoch;
	}

	/** Updates done. */
	public long step() {
		return step;
	}

	/** The latest evaluation, or that of the best epoch after a restore; not a copy. */
	public EpochFigures figures() {
		return restored ? bestFigures : figures;
	}

	/** Whether the figures were worked out with the present parameters. */
	public boolean figuresAreCurrent() {
		return restored || evaluatedStep == step;
	}

	/** Whether the present epoch is still to be evaluated. */
	public boolean evaluationDue() {
		return evaluationDue;
	}

	/** Whether it stands between two epochs. */
	public boolean betweenEpochs() {
		return position == 0;
	}

	/** Epochs that have begun, the present one included. */
	public int epochsBegun() {
		return betweenEpochs() ? epoch : epoch + 1;
	}

	/**
	 * Updates that were made before the latest evaluation; 0 if what it found no longer
	 * holds.
	 */
	public long evaluatedStep() {
		return Math.max(0, evaluatedStep);
	}

	/** The evaluated epoch with the lowest monitored loss so far. */
	public int bestEpoch() {
		return bestEpoch;
	}

	public @Nullable StopReason stopReason() {
		return stopReason;
	}

}
