package dev.descent.engine.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * Reads the instruments of a run: shown the last update before an evaluation, and then
 * the evaluation. It changes nothing, and allocates nothing as long as batches have the
 * same size.
 */
public final class RunMeter {

	/** Bins of a histogram. */
	public static final int BINS = 24;

	/** Numbers of a histogram: the smallest and the largest value, then the counts. */
	public static final int HISTOGRAM = 2 + BINS;

	private static final int INSTRUMENTS = Instrument.values().length;

	private final Architecture architecture;

	/** Where the parameters of each layer begin, and behind those of the last. */
	private final int[] from;

	private final LayerMeter[] layers;

	private final double[] start;

	/** The parameters before the update that was seen last. */
	private final double[] before;

	/** The number of that update; -1 before the first. */
	private long step = -1;

	/** Shape [layers, instruments]. */
	private final double[] readings;

	/** Shape [layers, 2, histogram]: of the weights and of the activations. */
	private final double[] histograms;

	/** Whether it was one of which everything was read. */
	private boolean allSeen;

	/** The gradient without penalties, where the run's own has them. */
	private @Nullable Parameters plain;

	/**
	 * @param architecture how many units the layers have; their activations may change
	 * @param start the parameters of epoch 0
	 */
	public RunMeter(Architecture architecture, double[] start) {
		this.architecture = architecture;
		this.start = start;
		this.from = IntStream.rangeClosed(0, architecture.depth()).map(architecture::weightsFrom).toArray();
		this.before = new double[start.length];
		this.layers = new LayerMeter[architecture.depth()];
		Arrays.setAll(layers, (l) -> new LayerMeter(l, architecture.units(l)));
		this.readings = new double[layers.length * INSTRUMENTS];
		this.histograms = new double[layers.length * 2 * HISTOGRAM];
	}

	/**
	 * Reads what is of the batch; to be called by
	 * {@link dev.descent.engine.training.TrainingListener#updating} only.
	 * @param all whether the instruments are read that cost something, too
	 */
	public void updating(TrainingRun run, boolean all) {
		step = run.state().step();
		allSeen = all;
		Arrays.fill(readings, Double.NaN);
		double[] gradient = run.gradient().values();
		var workspace = run.batch();
		double[] plain = all ? plainGradient(run, workspace) : gradient;
		System.arraycopy(run.state().parameters().values(), 0, before, 0, before.length);
		for (int l = 0; l < layers.length; l++) {
			var layer = layers[l];
			layer.clear();
			layer.addSlopes(run.network(), workspace);
			set(l, Instrument.DEAD_SHARE, layer.deadShare());
			set(l, Instrument.SATURATED_SHARE, layer.saturatedShare());
			set(l, Instrument.GRADIENT_NORM, Math.sqrt(squares(gradient, from[l], from[l + 1])));
			if (all) {
				layer.addActivations(workspace);
				layer.addGradients(workspace);
				set(l, Instrument.ACTIVATION_MEAN, layer.activations().mean());
				set(l, Instrument.ACTIVATION_DEVIATION, layer.activations().deviation());
				set(l, Instrument.GRADIENT_SIGNAL_TO_NOISE,
						layer.signalToNoise(Math.sqrt(squares(plain, from[l], from[l + 1]))));
				double[] activations = workspace.activation(l).values();
				Bins.spread(activations, 0, activations.length, histograms, (2 * l + 1) * HISTOGRAM, BINS);
			}
		}
	}

	/** The gradient of the mean loss alone. */
	private double[] plainGradient(TrainingRun run, Workspace workspace) {
		if (run.gradientIsPlain()) {
			return run.gradient().values();
		}
		var gradient = plain;
		if (gradient == null) {
			gradient = Parameters.zeros(architecture);
			plain = gradient;
		}
		for (int l = 0; l < layers.length; l++) {
			run.network().gradient(l, workspace, gradient);
		}
		return gradient.values();
	}

	/**
	 * Reads what is of the parameters; to be called by
	 * {@link dev.descent.engine.training.TrainingListener#evaluated} only.
	 * @param all whether the instruments are read that cost something, too
	 */
	public void evaluated(TrainingRun run, boolean all) {
		boolean seen = step == run.state().step();
		if (!seen) {
			Arrays.fill(readings, Double.NaN);
		}
		double[] parameters = run.state().parameters().values();
		for (int l = 0; l < layers.length; l++) {
			readParameters(l, parameters, seen);
			if (all) {
				int to = architecture.biasesFrom(l);
				var moments = layers[l].activations();
				moments.clear();
				moments.add(parameters, from[l], to);
				set(l, Instrument.WEIGHT_MEAN, moments.mean());
				set(l, Instrument.WEIGHT_DEVIATION, moments.deviation());
				Bins.spread(parameters, from[l], to, histograms, 2 * l * HISTOGRAM, BINS);
				if (!seen || !allSeen) {
					Arrays.fill(histograms, (2 * l + 1) * HISTOGRAM, (2 * l + 2) * HISTOGRAM, Double.NaN);
				}
			}
		}
	}

	private void readParameters(int l, double[] parameters, boolean seen) {
		double size = 0;
		double sizeBefore = 0;
		double change = 0;
		double distance = 0;
		for (int i = from[l]; i < from[l + 1]; i++) {
			double now = parameters[i];
			double then = before[i];
			double far = now - start[i];
			size += now * now;
			sizeBefore += then * then;
			change += (now - then) * (now - then);
			distance += far * far;
		}
		set(l, Instrument.PARAMETER_NORM, Math.sqrt(size));
		set(l, Instrument.DISTANCE_FROM_START, Math.sqrt(distance));
		set(l, Instrument.UPDATE_RATIO, seen ? Math.sqrt(change) / Math.sqrt(sizeBefore) : Double.NaN);
	}

	/** Four sums side by side, for one would wait for each addition. */
	private static double squares(double[] values, int from, int to) {
		double sum0 = 0;
		double sum1 = 0;
		double sum2 = 0;
		double sum3 = 0;
		int i = from;
		for (; i + 3 < to; i += 4) {
			sum0 += values[i] * values[i];
			sum1 += values[i + 1] * values[i + 1];
			sum2 += values[i + 2] * values[i + 2];
			sum3 += values[i + 3] * values[i + 3];
		}
		for (; i < to; i++) {
			sum0 += values[i] * values[i];
		}
		return sum0 + sum1 + sum2 + sum3;
	}

	private void set(int layer, Instrument instrument, double reading) {
		readings[indexOf(layer, instrument)] = reading;
	}

	/** Numbers that are read each time. */
	public static int readings(int depth) {
		return depth * INSTRUMENTS;
	}

	/** Where one of them is among the readings. */
	public static int indexOf(int layer, Instrument instrument) {
		return layer * INSTRUMENTS + instrument.index();
	}

	/** The readings, layer by layer in the order of the instruments; not a copy. */
	public double[] readings() {
		return readings;
	}

	/** Numbers of the histograms. */
	public static int histograms(int depth) {
		return depth * 2 * HISTOGRAM;
	}

	/** The histograms, layer by layer: weights, then activations; not a copy. */
	public double[] histograms() {
		return histograms;
	}

}
