package dev.descent.engine.analysis;

import java.util.Arrays;

import dev.descent.engine.activation.Elementwise;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.network.DeadUnits;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Workspace;

/**
 * What the passes over some samples show of a layer, added up batch by batch. Nothing is
 * allocated as long as batches have the same size.
 */
public final class LayerMeter {

	private final int layer;

	private final boolean[] alive;

	private final Moments activations = new Moments();

	private Matrix slopes = Matrix.zeros(0, 0);

	private double[] ofDeltas = {};

	private double[] ofInputs = {};

	private boolean elementwise;

	private double steepest;

	private long pairs;

	private long saturated;

	private long samples;

	private double squaredGradients;

	/**
	 * @param layer from 0
	 * @param units that it has
	 */
	public LayerMeter(int layer, int units) {
		this.layer = layer;
		this.alive = new boolean[units];
	}

	/** Forgets all samples. */
	public void clear() {
		Arrays.fill(alive, false);
		activations.clear();
		pairs = 0;
		saturated = 0;
		samples = 0;
		squaredGradients = 0;
	}

	/** Looks where the slope of the activation is small, after a forward pass. */
	public void addSlopes(Network network, Workspace workspace) {
		var activation = network.architecture().layer(layer).activation();
		elementwise = activation instanceof Elementwise;
		steepest = activation.steepestSlope();
		if (!elementwise) {
			return;
		}
		if (slopes.columns() != workspace.batch()) {
			slopes = Matrix.zeros(alive.length, workspace.batch());
		}
		network.slopes(layer, workspace, slopes);
		DeadUnits.markAlive(workspace.activation(layer), alive);
		DeadUnits.markAlive(slopes, alive);
		pairs += slopes.values().length;
		saturated += below(LayerVitals.SATURATION * steepest, slopes.values());
	}

	private static int below(double threshold, double[] values) {
		int count = 0;
		for (double value : values) {
			count += (Math.abs(value) < threshold) ? 1 : 0;
		}
		return count;
	}

	/** Takes in the activations, after a forward pass. */
	public void addActivations(Workspace workspace) {
		double[] values = workspace.activation(layer).values();
		activations.add(values, 0, values.length);
	}

	/**
	 * Takes in how large the gradient of each sample is, after a backward pass. It is the
	 * outer product of the sample's delta and its input with a 1 for the bias, so its
	 * norm is the product of theirs.
	 */
	public void addGradients(Workspace workspace) {
		int batch = workspace.batch();
		if (ofDeltas.length != batch) {
			ofDeltas = new double[batch];
			ofInputs = new double[batch];
		}
		Arrays.fill(ofDeltas, 0);
		Arrays.fill(ofInputs, 1);
		addSquares(workspace.delta(layer), ofDeltas);
		addSquares(workspace.input(layer), ofInputs);
		double sum = 0;
		for (int s = 0; s < batch; s++) {
			sum += ofDeltas[s] * ofInputs[s];
		}
		// A delta is that of the mean loss.
		squaredGradients += sum * batch * batch;
		samples += batch;
	}

	private static void addSquares(Matrix matrix, double[] sums) {
		double[] values = matrix.values();
		for (int i = 0; i < matrix.rows(); i++) {
			int from = i * sums.length;
			for (int s = 0; s < sums.length; s++) {
				sums[s] += values[from + s] * values[from + s];
			}
		}
	}

	/** See {@link LayerVitals#deadShare}. */
	public double deadShare() {
		int dead = 0;
		for (boolean unit : alive) {
			dead += unit ? 0 : 1;
		}
		return elementwise ? dead / (double) alive.length : Double.NaN;
	}

	/** See {@link LayerVitals#saturatedShare}. */
	public double saturatedShare() {
		return Double.isNaN(steepest) ? Double.NaN : saturated / (double) pairs;
	}

	/** Of the activations. */
	public Moments activations() {
		return activations;
	}

	/**
	 * See {@link LayerVitals#gradientSignalToNoise}.
	 * @param meanGradient the norm of the mean gradient of the samples, without penalties
	 */
	public double signalToNoise(double meanGradient) {
		double variance = Math.max(0, squaredGradients - samples * meanGradient * meanGradient) / (samples - 1);
		return (samples < 2) ? Double.NaN : meanGradient / Math.sqrt(variance / samples);
	}

}
