package dev.descent.insight.diagnosis;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.descent.dataset.Labels;
import dev.descent.engine.analysis.VitalsProbe;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.training.Evaluation;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.StopReason;
import dev.descent.insight.diagnosis.symptom.Curve;
import dev.descent.insight.diagnosis.symptom.Examination;
import dev.descent.insight.diagnosis.symptom.Look;
import dev.descent.insight.diagnosis.symptom.Neighbours;
import dev.descent.insight.diagnosis.symptom.Recalls;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computation;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run: the layers at moments that were kept, one after another, then who is
 * recognised in the end, then what a sample's neighbours would say.
 */
final class ExaminationComputation implements Computation<Examination> {

	/** Samples by which it is seen what comes back to a layer. */
	private static final int DELTAS = 256;

	private final Subject subject;

	private final Kernels kernels;

	private final List<Look> looks = new ArrayList<>();

	private @Nullable VitalsProbe probe;

	private @Nullable Parameters parameters;

	private @Nullable Recalls recalls;

	private @Nullable Evaluation evaluation;

	private @Nullable Neighbours neighbours;

	/**
	 * What is examined, as it was at one time.
	 *
	 * @param moments that are looked at, in the order of time, the first kept one first
	 * @param result the parameters that count
	 * @param rows of the training samples that are looked at
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Subject(TrainingJobSpecification specification, @Nullable StopReason stopReason, Curve curve,
			List<Checkpoint> moments, Checkpoint result, int[] rows) {

		Samples samples(Checkpoint moment) {
			return moment.experiment().samples(rows);
		}

	}

	ExaminationComputation(Subject subject, Kernels kernels) {
		this.subject = subject;
		this.kernels = kernels;
	}

	@Override
	public void begin() {
		var result = subject.result();
		var experiment = result.experiment();
		neighbours = new Neighbours(experiment);
		if (experiment.dataset().targets() instanceof Labels labels) {
			parameters = result.parameters();
			recalls = new Recalls(labels.classes().size(), experiment.output().threshold());
			evaluation = new Evaluation(network(result), experiment.plan().loss(), recalls, subject.samples(result));
		}
	}

	private Network network(Checkpoint moment) {
		return new Network(moment.experiment().architecture(), kernels);
	}

	@Override
	public void advance(int units) {
		for (int i = 0; i < units; i++) {
			if (looks.size() < subject.moments().size()) {
				look(subject.moments().get(looks.size()));
			}
			else if (evaluation != null && !evaluation.finished()) {
				evaluation.advance(Objects.requireNonNull(parameters));
			}
			else if (!neighbours().finished()) {
				neighbours().advance();
			}
		}
	}

	/** Examines some more samples at a moment. */
	private void look(Checkpoint moment) {
		var present = probe;
		if (present == null) {
			present = new VitalsProbe(network(moment), moment.experiment().plan().loss(), moment.parameters(),
					subject.samples(moment));
			probe = present;
		}
		present.advance();
		if (present.finished()) {
			var parameters = moment.parameters();
			looks.add(new Look(moment.epoch(), present.result(), deltas(moment, parameters), kinds(parameters),
					norm(present.gradient().values()), norm(parameters.values())));
			probe = null;
		}
	}

	/** By the first samples; some hundreds say enough. */
	private double[] deltas(Checkpoint moment, Parameters parameters) {
		var network = network(moment);
		var architecture = network.architecture();
		var samples = subject.samples(moment);
		var workspace = new Workspace(architecture, Math.min(DELTAS, samples.count()));
		samples.load(0, workspace);
		network.forward(parameters, workspace);
		network.backward(parameters, workspace, moment.experiment().plan().loss(), Parameters.zeros(architecture));
		return IntStream.range(0, architecture.depth()).mapToDouble((layer) -> {
			double[] deltas = workspace.delta(layer).values();
			return norm(deltas) / Math.sqrt(deltas.length);
		}).toArray();
	}

	/** How many units of each hidden layer differ in their weights, in and out. */
	private static int[] kinds(Parameters parameters) {
		var architecture = parameters.architecture();
		return IntStream.range(0, architecture.depth() - 1)
			.map((layer) -> (int) IntStream.range(0, architecture.units(layer))
				.mapToObj((unit) -> weights(parameters, layer, unit))
				.distinct()
				.count())
			.toArray();
	}

	private static DoubleBuffer weights(Parameters parameters, int layer, int unit) {
		var architecture = parameters.architecture();
		double[] all = parameters.values();
		int in = architecture.fanIn(layer);
		int out = architecture.units(layer + 1);
		var weights = DoubleBuffer.allocate(in + 1 + out)
			.put(all, architecture.weightsFrom(layer) + unit * in, in)
			.put(all[architecture.biasesFrom(layer) + unit]);
		for (int next = 0; next < out; next++) {
			weights.put(all[architecture.weightsFrom(layer + 1) + next * architecture.units(layer) + unit]);
		}
		return weights.flip();
	}

	private static double norm(double[] values) {
		return Math.sqrt(Arrays.stream(values).map((value) -> value * value).sum());
	}

	@Override
	public boolean finished() {
		return looks.size() == subject.moments().size() && (evaluation == null || evaluation.finished())
				&& neighbours().finished();
	}

	@Override
	public Examination result() {
		return new Examination(subject.specification(), subject.stopReason(), subject.curve(), looks,
				subject.moments().getFirst(), subject.result(), recalls, neighbours().inputs(), neighbours().metric(),
				kernels);
	}

	private Neighbours neighbours() {
		return Objects.requireNonNull(neighbours);
	}

}
