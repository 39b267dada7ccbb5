package dev.descent.training;

import java.util.Objects;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.preparation.Split;
import dev.descent.engine.network.Architecture;
import dev.descent.limits.Limits;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.training.specification.InstrumentLevel;
import dev.descent.training.specification.OutputLayer;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.optimizer.UpdateCost;

/** What a job would cost, against what it may. */
final class WorkLimits {

	/** A gradient takes about as long as so many evaluations of the loss. */
	private static final int EVALUATIONS_A_GRADIENT = 3;

	private final Limits limits;

	WorkLimits(Limits limits) {
		this.limits = limits;
	}

	/**
	 * Notes where a job is too large.
	 * @param job resolved
	 */
	void check(TrainingJobSpecification job, DatasetShape shape, Faults faults) {
		if (shape.samples() > limits.samples()) {
			faults.at("dataset")
				.add("has %,d samples; at most %,d are allowed".formatted(shape.samples(), limits.samples()));
			return;
		}
		var architecture = architecture(job, shape);
		long parameters = parameterCount(architecture);
		if (parameters > limits.parameters()) {
			faults.at("network")
				.at("hiddenLayers")
				.add("makes %,d parameters; at most %,d are allowed".formatted(parameters, limits.parameters()));
			return;
		}
		if (parameters > job.optimizer().mostParameters()) {
			faults.at("optimizer")
				.at("type")
				.add("holds a matrix of all parameters and takes at most %,d, but the network has %,d; use lbfgs or a smaller network"
					.formatted(job.optimizer().mostParameters(), parameters));
			return;
		}
		var cost = job.optimizer().updateCost((int) parameters, architecture.outputs());
		long batch = batch(job, shape);
		long work = cost.work(batch, parameters);
		if (work > limits.updateWork() && batch * parameters <= limits.updateWork()) {
			faults.at("optimizer")
				.at("type")
				.add("would do about %,d units of work in an update of %,d samples and %,d parameters; at most %,d are allowed, so use fewer samples, a smaller network or a first-order optimizer"
					.formatted(work, batch, parameters, limits.updateWork()));
		}
		if (batch * parameters > limits.updateWork()) {
			faults.at("training")
				.at("batchSize")
				.add("of %,d samples (null is the full batch) times %,d parameters is %,d; at most %,d are allowed, so use a batch of %,d or less"
					.formatted(batch, parameters, batch * parameters, limits.updateWork(),
							Math.max(1, limits.updateWork() / parameters)));
		}
		checkWhole(job, shape, faults);
		long bytes = bytes(job, shape, architecture);
		if (bytes > limits.jobMemory().toBytes()) {
			faults.at("dataset")
				.add("and network need about %,d bytes of memory; a job may take %,d".formatted(bytes,
						limits.jobMemory().toBytes()));
		}
	}

	private void checkWhole(TrainingJobSpecification job, DatasetShape shape, Faults faults) {
		double epochWork = demand(job, shape).epochWork();
		double work = epochWork * job.training().epochs();
		if (work > limits.jobWork()) {
			faults.at("training")
				.at("epochs")
				.add("take about %,.0f units of work (samples times parameters); at most %,d are allowed, so train for %,.0f epochs or less"
					.formatted(work, limits.jobWork(), Math.floor(limits.jobWork() / epochWork)));
		}
	}

	/**
	 * What a job takes that is not too large.
	 * @param job resolved
	 */
	Demand demand(TrainingJobSpecification job, DatasetShape shape) {
		var architecture = architecture(job, shape);
		int parameters = architecture.parameterCount();
		int[] parts = Split.counts(shape, job.split());
		Integer batchSize = job.training().batchSize();
		long batch = (batchSize != null) ? Math.min(batchSize, parts[0]) : parts[0];
		double updateWork = job.optimizer().updateCost(parameters, architecture.outputs()).work(batch, parameters);
		long updates = job.training().updatesPerEpoch(parts[0]);
		// The full batch is evaluated by the next update.
		double evaluated = parts[1] + ((batchSize != null) ? parts[0] : 0.0);
		double evaluation = evaluated * parameters / EVALUATIONS_A_GRADIENT / job.recording().evaluateEvery();
		return new Demand(architecture, updates * job.training().epochs(), updateWork,
				updates * updateWork + evaluation, bytes(job, shape, architecture));
	}

	/**
	 * Notes if so many updates are too much to make at once.
	 * @param job resolved
	 */
	void check(long updates, TrainingJobSpecification job, DatasetShape shape, Faults faults) {
		int samples = Split.trainingCount(shape, job.split());
		long batch = Math.min(samples, Objects.requireNonNullElse(job.training().batchSize(), samples));
		long parameters = parameterCount(architecture(job, shape));
		double work = (double) updates * batch * parameters;
		if (work > limits.replayWork()) {
			faults.add(Fault.ofParameter("step", "takes %,.0f samples times parameters; at most %,d are allowed"
				.formatted(work, limits.replayWork())));
		}
	}

	/**
	 * Notes where a moment is too far from the checkpoint that it would be computed from.
	 * @param parameter that named the moment
	 */
	void check(Moment moment, Checkpoint from, String parameter, Faults faults) {
		var plan = from.experiment().plan();
		int parameters = plan.architecture().parameterCount();
		var distance = moment.from(from);
		var specification = from.experiment().specification();
		long batch = Math.min(plan.batchSize(), from.experiment().split().training().length);
		double perSample = specification.optimizer()
			.updateCost(parameters, plan.architecture().outputs())
			.work(batch, parameters) / (double) batch;
		double work = distance.samples() * perSample
				+ distance.epochs() * (double) parameters * from.experiment().dataset().size();
		if (work > limits.replayWork()) {
			faults.add(Fault.ofParameter(parameter,
					"is too far from the nearest checkpoint before it, epoch %d: it takes about %,.0f units of work to come from there, and at most %,d are allowed"
						.formatted(from.epoch(), work, limits.replayWork())));
		}
	}

	/** How many checkpoints fit into the memory a job may take for them, at least 2. */
	int checkpointLimit(TrainingJobSpecification job, DatasetShape shape) {
		long bytes = checkpointBytes(job, architecture(job, shape).parameterCount());
		return Math.clamp(limits.checkpointMemory().toBytes() / bytes, 2, Integer.MAX_VALUE);
	}

	private static long checkpointBytes(TrainingJobSpecification job, int parameters) {
		return Double.BYTES * (2L * parameters + job.optimizer().method().memory(parameters).size(parameters));
	}

	/** All the memory that a job takes. */
	private long bytes(TrainingJobSpecification job, DatasetShape shape, Architecture architecture) {
		int parameters = architecture.parameterCount();
		var cost = job.optimizer().updateCost(parameters, architecture.outputs());
		long batch = batch(job, shape);
		var recording = job.recording();
		long kept = Math.min(checkpointLimit(job, shape),
				Math.min(recording.checkpoints(), job.training().epochs() + 1L));
		return bytes(shape, architecture, batch) + bytes(job, cost, architecture, batch)
				+ kept * checkpointBytes(job, parameters) + recordBytes(job, architecture, batch);
	}

	/** The memory of what is recorded at each evaluation, and of the instruments. */
	private static long recordBytes(TrainingJobSpecification job, Architecture architecture, long batch) {
		long evaluations = 1L + Math.ceilDiv(job.training().epochs(), job.recording().evaluateEvery());
		long history = LossHistory.bytes(evaluations);
		var level = job.recording().instruments();
		if (level == InstrumentLevel.NONE) {
			return history;
		}
		long units = architecture.layers().stream().mapToLong((layer) -> layer.units()).sum();
		return history + Instruments.bytes(architecture.depth(), evaluations, level == InstrumentLevel.FULL)
				+ Double.BYTES * (3L * architecture.parameterCount() + units * batch);
	}

	/** The memory of the data and of the buffers. */
	private static long bytes(DatasetShape shape, Architecture architecture, long batch) {
		long inputs = architecture.inputs();
		long units = inputs + architecture.layers().stream().mapToLong((layer) -> 3L * layer.units()).sum();
		long data = (long) shape.samples() * (shape.columns().size() + 2L * inputs + architecture.outputs() + 2);
		return Double.BYTES * (data + units * (batch + 1024));
	}

	/** The memory of the method itself, with a copy that is made while others look on. */
	private static long bytes(TrainingJobSpecification job, UpdateCost cost, Architecture architecture, long batch) {
		int parameters = architecture.parameterCount();
		long units = architecture.inputs()
				+ architecture.layers().stream().mapToLong((layer) -> 5L * layer.units()).sum();
		long memory = 2 * job.optimizer().method().memory(parameters).size(parameters);
		return Double.BYTES * (memory + cost.numbers() + (cost.curvature() ? units * batch : 0));
	}

	private static long batch(TrainingJobSpecification job, DatasetShape shape) {
		Integer batchSize = job.training().batchSize();
		int samples = shape.samples();
		return (batchSize != null) ? Math.min(batchSize, samples) : samples;
	}

	/** The network that a resolved specification asks for. */
	static Architecture architecture(TrainingJobSpecification job, DatasetShape shape) {
		var features = job.features();
		int inputs = (features != null) ? features.size() : shape.columns().size();
		var output = OutputLayer.decide(shape, job.network().outputActivation(), job.loss(), new Faults());
		return Experiment.architecture(job, inputs, output);
	}

	/** As {@link Architecture#parameterCount()}, without overflow. */
	private static long parameterCount(Architecture architecture) {
		long count = 0;
		for (int l = 0; l < architecture.depth(); l++) {
			count += (architecture.fanIn(l) + 1L) * architecture.units(l);
		}
		return count;
	}

}
