package dev.descent.engine.analysis;

import java.util.List;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.training.Samples;

/**
 * Examines the layers of a network by all samples, chunk by chunk, so that any moment of
 * any run can be looked at though nothing was recorded. Nothing is dropped out.
 */
public final class VitalsProbe {

	private final Network network;

	private final Parameters parameters;

	private final MeanGradient gradient;

	private final NetworkMeter meter;

	public VitalsProbe(Network network, Loss loss, Parameters parameters, Samples samples) {
		this.network = network;
		this.parameters = parameters;
		this.gradient = new MeanGradient(network, loss, parameters, samples);
		this.meter = new NetworkMeter(network.architecture());
	}

	/** Examines by all samples at once. */
	public static List<LayerVitals> of(Network network, Loss loss, Parameters parameters, Samples samples) {
		var probe = new VitalsProbe(network, loss, parameters, samples);
		while (!probe.finished()) {
			probe.advance();
		}
		return probe.result();
	}

	public boolean finished() {
		return gradient.finished();
	}

	/** Takes in the next chunk of samples. */
	public void advance() {
		gradient.advance();
		meter.add(network, gradient.workspace());
	}

	/** From the first hidden layer to the output layer, once it is finished. */
	public List<LayerVitals> result() {
		return meter.vitals(parameters, gradient.result());
	}

	/**
	 * The gradient of the mean loss over the samples, once it is finished; not a copy.
	 */
	public Parameters gradient() {
		return gradient.result();
	}

}
