package dev.descent.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.dataset.preparation.FeatureMap;
import dev.descent.dataset.preparation.Scaler;
import dev.descent.dataset.preparation.Split;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.MaxNorm;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.schedule.Schedule;
import dev.descent.engine.training.Optimization;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingRun;
import dev.descent.engine.training.TrainingState;
import dev.descent.problem.Faults;
import dev.descent.training.specification.LayerParameters;
import dev.descent.training.specification.OutputLayer;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.schedule.StepPer;
import org.jspecify.annotations.Nullable;

/**
 * A specification together with its data, ready to train: the split, the scaled inputs,
 * the encoded targets and the plan of the run.
 */
public final class Experiment {

	private final TrainingJobSpecification specification;

	private final Dataset dataset;

	private final Split split;

	private final FeatureMap features;

	private final Scaler scaler;

	private final OutputLayer output;

	private final TrainingPlan plan;

	private final double[] inputs;

	/**
	 * @param specification resolved for the dataset
	 */
	public Experiment(TrainingJobSpecification specification, Dataset dataset) {
		this.dataset = dataset;
		this.split = Split.of(dataset.targets(), specification.split());
		this.features = FeatureMap.parse(specification.features(), dataset.columns(), new Faults());
		this.inputs = features.apply(dataset);
		this.scaler = Scaler.fit(specification.scaling(), inputs, features.size(), split.training());
		scaler.transformInPlace(inputs);
		this.specification = specification;
		this.output = output(specification, dataset);
		this.plan = plan(specification, features.size(), output, split.training().length);
	}

	private Experiment(Experiment other, TrainingJobSpecification specification) {
		this.dataset = other.dataset;
		this.split = other.split;
		this.features = other.features;
		this.inputs = other.inputs;
		this.scaler = other.scaler;
		this.specification = specification;
		this.output = output(specification, dataset);
		this.plan = plan(specification, features.size(), output, split.training().length);
	}

	/** The same data, to be trained on as another specification says. */
	Experiment amended(TrainingJobSpecification specification) {
		return new Experiment(this, specification);
	}

	private static OutputLayer output(TrainingJobSpecification specification, Dataset dataset) {
		return OutputLayer.decide(dataset.shape(), specification.network().outputActivation(), specification.loss(),
				new Faults());
	}

	private static TrainingPlan plan(TrainingJobSpecification specification, int inputs, OutputLayer output,
			int samples) {
		var training = specification.training();
		Integer batchSize = training.batchSize();
		var stopping = training.earlyStopping();
		return new TrainingPlan(architecture(specification, inputs, output), output.loss().loss(),
				specification.regularization().penalties(), output.metric(), optimization(specification, samples),
				training.epochs(), (batchSize != null) ? batchSize : samples, training.shuffle(),
				resolved(training.seed()), specification.recording().evaluateEvery(),
				(stopping != null) ? stopping.earlyStopping() : null, training.targetLoss());
	}

	private static Optimization optimization(TrainingJobSpecification specification, int samples) {
		var optimizer = specification.optimizer();
		return new Optimization(method(specification, samples),
				Objects.requireNonNullElse(optimizer.learningRate(), 1.0), specification.schedule().rule(),
				specification.schedule().stepPer() == StepPer.UPDATE, gradientRules(specification));
	}

	/** The method of descent with what the job puts around it. */
	private static Optimizer method(TrainingJobSpecification specification, int samples) {
		var method = specification.optimizer().method();
		Double maxNorm = specification.regularization().maxNorm();
		if (maxNorm != null) {
			method = new MaxNorm(method, maxNorm);
		}
		var averaging = specification.averaging();
		return (averaging != null) ? averaging.around(method, specification.training().updatesPerEpoch(samples))
				: method;
	}

	private static List<GradientRule> gradientRules(TrainingJobSpecification specification) {
		var rules = new ArrayList<GradientRule>();
		if (specification.gradientNoise() != null) {
			rules.add(specification.gradientNoise().gradientRule());
		}
		if (specification.gradientClipping() != null) {
			rules.add(specification.gradientClipping().gradientRule());
		}
		return rules;
	}

	/** The network that a resolved specification asks for. */
	static Architecture architecture(TrainingJobSpecification specification, int inputs, OutputLayer output) {
		var layers = new ArrayList<Layer>();
		specification.network().hiddenLayers().forEach((hidden) -> layers.add(hidden.layer()));
		layers.add(new Layer(output.units(), output.activation().activation()));
		return new Architecture(inputs, layers);
	}

	private static long resolved(@Nullable Long seed) {
		if (seed == null) {
			throw new IllegalArgumentException("the specification is not resolved");
		}
		return seed;
	}

	/** A run from the beginning. */
	public TrainingRun start(Kernels kernels, TrainingListener listener) {
		return new TrainingRun(plan, samples(split.training()), validation(), kernels, initialParameters(), listener);
	}

	/** A run that goes on from a state of the same experiment. */
	TrainingRun resume(TrainingState state, Kernels kernels, TrainingListener listener) {
		return new TrainingRun(state.plan(), samples(split.training()), validation(), kernels, state, listener);
	}

	private @Nullable Samples validation() {
		return (split.validation().length > 0) ? samples(split.validation()) : null;
	}

	/**
	 * A run from the beginning at other learning rates, one an update, without an end.
	 */
	TrainingRun sweep(Schedule rates, Kernels kernels, TrainingListener listener) {
		return new TrainingRun(plan.swept(rates), samples(split.training()), null, kernels, initialParameters(),
				listener);
	}

	private Parameters initialParameters() {
		var network = specification.network();
		var given = network.initialParameters();
		if (given == null) {
			return Parameters.initialized(plan.architecture(), network.initializer().initializer(),
					resolved(network.initializer().seed()));
		}
		double[] values = given.stream().flatMapToDouble(LayerParameters::flat).toArray();
		return Parameters.of(plan.architecture(), values);
	}

	/** Scaled inputs and encoded targets of some rows of the dataset. */
	public Samples samples(int[] rows) {
		int width = features.size();
		double[] chosen = new double[rows.length * width];
		for (int i = 0; i < rows.length; i++) {
			System.arraycopy(inputs, rows[i] * width, chosen, i * width, width);
		}
		return new Samples(rows.length, chosen, targets(rows));
	}

	private double[] targets(int[] rows) {
		return switch (dataset.targets()) {
			case Values values -> IntStream.of(rows).mapToDouble(values::value).toArray();
			case Labels labels when output.units() == 1 ->
				IntStream.of(rows).mapToDouble((row) -> (labels.label(row) == 1) ? 1 : output.low()).toArray();
			case Labels labels -> {
				double[] oneHot = new double[rows.length * output.units()];
				Arrays.fill(oneHot, output.low());
				for (int i = 0; i < rows.length; i++) {
					oneHot[i * output.units() + labels.label(rows[i])] = 1;
				}
				yield oneHot;
			}
		};
	}

	/**
	 * What the network is given for raw rows of the dataset's columns.
	 * @param rows row by row, one value a column
	 */
	public double[] networkInputs(double[] rows) {
		int columns = dataset.columns().size();
		int count = rows.length / columns;
		double[] mapped = new double[count * features.size()];
		for (int i = 0; i < count; i++) {
			features.apply(rows, i * columns, mapped, i * features.size());
		}
		scaler.transformInPlace(mapped);
		return mapped;
	}

	/** Whether a loss means the same there: the network, the data and the loss are. */
	public boolean isComparable(Experiment other) {
		var here = specification;
		var there = other.specification;
		return architecture().equals(other.architecture()) && Objects.equals(here.loss(), there.loss())
				&& Objects.equals(here.features(), there.features()) && here.scaling() == there.scaling()
				&& here.split().equals(there.split()) && dataset.equals(other.dataset);
	}

	/** What is trained, resolved. */
	public TrainingJobSpecification specification() {
		return specification;
	}

	public Dataset dataset() {
		return dataset;
	}

	public DatasetShape shape() {
		return dataset.shape();
	}

	public Split split() {
		return split;
	}

	public OutputLayer output() {
		return output;
	}

	public TrainingPlan plan() {
		return plan;
	}

	public Architecture architecture() {
		return plan.architecture();
	}

	/** How many inputs the network has. */
	public int features() {
		return features.size();
	}

	/** The memory that a pass over copies of all samples takes, about and at most. */
	public long workingBytes() {
		return Double.BYTES * (long) dataset.size()
				* (dataset.columns().size() + 2L * features.size() + 3L * output.units());
	}

	/** The memory that the data take. */
	long bytes() {
		return dataset.bytes() + (long) Double.BYTES * inputs.length + (long) Integer.BYTES * dataset.size();
	}

}
