package dev.descent.benchmark;

import java.util.List;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Softmax;
import dev.descent.engine.activation.Tanh;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.CategoricalCrossEntropy;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Layer;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.optimizer.Adam;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import dev.descent.engine.training.BinaryAccuracy;
import dev.descent.engine.training.CategoricalAccuracy;
import dev.descent.engine.training.Optimization;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingRun;

/**
 * What is trained, from the smallest network that teaches something to one for pictures
 * of 28 x 28 points. The classes are clouds around random centers.
 */
public enum Workload {

	/** The default job of the service: full batch, steepest descent. */
	W1(100, 100, Sgd.PLAIN, 0.5, 2000, 2, new Layer(8, new Sigmoid()), new Layer(1, new Sigmoid())),

	/** Two hidden layers, small batches. */
	W2(500, 10, Sgd.PLAIN, 0.03, 100, 2, new Layer(8, new Tanh()), new Layer(8, new Tanh()),
			new Layer(1, new Sigmoid())),

	/** Three classes, Adam. */
	W3(2000, 32, Adam.STANDARD, 0.001, 25, 2, new Layer(32, new Relu()), new Layer(32, new Relu()),
			new Layer(3, new Softmax())),

	/** Ten classes of 784 features: nearly all time goes into matrix products. */
	W4(10_000, 128, Adam.STANDARD, 0.001, 1, 784, new Layer(256, new Relu()), new Layer(128, new Relu()),
			new Layer(10, new Softmax()));

	static final long SEED = 42;

	/** Deviation of a class from its center; the centers are within [-1, 1). */
	private static final double NOISE = 0.5;

	private final int samples;

	private final int batchSize;

	@SuppressWarnings("ImmutableEnumChecker") // a record
	private final Optimizer optimizer;

	private final double learningRate;

	private final int epochs;

	@SuppressWarnings("ImmutableEnumChecker") // a record
	private final Architecture architecture;

	Workload(int samples, int batchSize, Optimizer optimizer, double learningRate, int epochs, int inputs,
			Layer... layers) {
		this.samples = samples;
		this.batchSize = batchSize;
		this.optimizer = optimizer;
		this.learningRate = learningRate;
		this.epochs = epochs;
		this.architecture = new Architecture(inputs, List.of(layers));
	}

	public int samples() {
		return samples;
	}

	int batchSize() {
		return batchSize;
	}

	Optimizer optimizer() {
		return optimizer;
	}

	double learningRate() {
		return learningRate;
	}

	/** The epochs of one measured training, enough for some milliseconds. */
	int epochs() {
		return epochs;
	}

	Architecture architecture() {
		return architecture;
	}

	Activation hiddenActivation() {
		return architecture.layer(0).activation();
	}

	boolean binary() {
		return architecture.outputs() == 1;
	}

	/** The updates of one measured training. */
	int updates() {
		return epochs * Math.ceilDiv(samples, batchSize);
	}

	/** Shape [count, inputs]. */
	double[] inputs(int count) {
		int width = architecture.inputs();
		var random = RandomStream.of(SEED, Purpose.DATASET);
		double[] centers = new double[classes() * width];
		for (int i = 0; i < centers.length; i++) {
			centers[i] = random.nextDouble(-1, 1);
		}
		double[] inputs = new double[count * width];
		for (int i = 0; i < inputs.length; i++) {
			int label = i / width % classes();
			inputs[i] = centers[label * width + i % width] + NOISE * random.nextGaussian();
		}
		return inputs;
	}

	/** 0 or 1, or one-hot; the classes take turns. Shape [count, outputs]. */
	double[] targets(int count) {
		double[] targets = new double[count * architecture.outputs()];
		for (int s = 0; s < count; s++) {
			int label = s % classes();
			if (binary()) {
				targets[s] = label;
			}
			else {
				targets[s * classes() + label] = 1;
			}
		}
		return targets;
	}

	/**
	 * The final parameters of a run over so many of the samples, each epoch evaluated.
	 */
	public double[] trained(Kernels kernels, int count, int epochs) {
		var run = evaluatedRun(kernels, new Samples(count, inputs(count), targets(count)), epochs,
				TrainingListener.NONE);
		run.finish();
		return run.state().parameters().values();
	}

	private int classes() {
		return binary() ? 2 : architecture.outputs();
	}

	Parameters start() {
		return Parameters.initialized(architecture, new Xavier(Distribution.UNIFORM, 1), SEED);
	}

	/** A run of some epochs, each of them evaluated. */
	TrainingRun evaluatedRun(Kernels kernels, Samples data, int epochs, TrainingListener listener) {
		return run(kernels, data, epochs, 1, listener);
	}

	/** A run without end and without evaluations but that of its start, which is done. */
	TrainingRun endlessRun(Kernels kernels, Samples data) {
		var run = run(kernels, data, Integer.MAX_VALUE, Integer.MAX_VALUE, TrainingListener.NONE);
		while (Double.isNaN(run.figures().trainLoss())) {
			run.advance(1);
		}
		return run;
	}

	private TrainingRun run(Kernels kernels, Samples data, int epochs, int evaluateEvery, TrainingListener listener) {
		var plan = new TrainingPlan(architecture,
				binary() ? BinaryCrossEntropy.STANDARD : CategoricalCrossEntropy.STANDARD, List.of(),
				binary() ? new BinaryAccuracy(0.5) : new CategoricalAccuracy(),
				Optimization.of(optimizer, learningRate), epochs, batchSize, true, SEED, evaluateEvery, null, null);
		return new TrainingRun(plan, data, null, kernels, start(), listener);
	}

}
