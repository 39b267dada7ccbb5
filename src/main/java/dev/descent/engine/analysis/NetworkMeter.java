package dev.descent.engine.analysis;

import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;

/** What the passes over some samples show of each layer of a network. */
public final class NetworkMeter {

	private final Architecture architecture;

	private final List<LayerMeter> layers;

	public NetworkMeter(Architecture architecture) {
		this.architecture = architecture;
		this.layers = IntStream.range(0, architecture.depth())
			.mapToObj((l) -> new LayerMeter(l, architecture.units(l)))
			.toList();
	}

	/**
	 * How the layers are doing by one batch.
	 * @param workspace after a forward and a backward pass
	 * @param gradient what the backward pass computed, without penalties
	 */
	public static List<LayerVitals> measure(Network network, Parameters parameters, Workspace workspace,
			Parameters gradient) {
		var meter = new NetworkMeter(network.architecture());
		meter.add(network, workspace);
		return meter.vitals(parameters, gradient);
	}

	/** Takes in a batch, after a forward and a backward pass. */
	public void add(Network network, Workspace workspace) {
		for (var layer : layers) {
			layer.addSlopes(network, workspace);
			layer.addActivations(workspace);
			layer.addGradients(workspace);
		}
	}

	/**
	 * How the layers are doing, from the first hidden one to the output, by what was
	 * taken in.
	 * @param gradient of the mean loss over the samples, without penalties
	 */
	public List<LayerVitals> vitals(Parameters parameters, Parameters gradient) {
		return IntStream.range(0, layers.size()).mapToObj((l) -> vitals(l, parameters, gradient)).toList();
	}

	private LayerVitals vitals(int l, Parameters parameters, Parameters gradient) {
		int from = architecture.weightsFrom(l);
		int biases = architecture.biasesFrom(l);
		var layer = layers.get(l);
		var weights = new Moments();
		weights.add(parameters.values(), from, biases);
		double gradientNorm = norm(gradient.values(), from, architecture.weightsFrom(l + 1));
		return new LayerVitals(gradientNorm, layer.signalToNoise(gradientNorm), norm(parameters.values(), from, biases),
				weights.mean(), weights.deviation(), layer.deadShare(), layer.saturatedShare(),
				layer.activations().mean(), layer.activations().deviation());
	}

	private static double norm(double[] values, int from, int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += values[i] * values[i];
		}
		return Math.sqrt(sum);
	}

}
