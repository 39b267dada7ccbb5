package dev.descent.engine.analysis;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.training.Samples;

/** The gradient of the mean loss over all samples, chunk by chunk, without penalties. */
public final class MeanGradient {

	private static final int CHUNK = 256;

	private final Network network;

	private final Loss loss;

	private final Parameters parameters;

	private final Samples samples;

	private final Parameters sum;

	private final Parameters part;

	private Workspace workspace;

	private int done;

	public MeanGradient(Network network, Loss loss, Parameters parameters, Samples samples) {
		var architecture = network.architecture();
		this.network = network;
		this.loss = loss;
		this.parameters = parameters;
		this.samples = samples;
		this.sum = Parameters.zeros(architecture);
		this.part = Parameters.zeros(architecture);
		this.workspace = new Workspace(architecture, Math.min(CHUNK, samples.count()));
	}

	/** All of it at once. */
	public static Parameters of(Network network, Loss loss, Parameters parameters, Samples samples) {
		var gradient = new MeanGradient(network, loss, parameters, samples);
		while (!gradient.finished()) {
			gradient.advance();
		}
		return gradient.result();
	}

	public boolean finished() {
		return done == samples.count();
	}

	/** Takes in the next chunk of samples. */
	public void advance() {
		if (samples.count() - done < workspace.batch()) {
			workspace = new Workspace(network.architecture(), samples.count() - done);
		}
		samples.load(done, workspace);
		network.forward(parameters, workspace);
		network.backward(parameters, workspace, loss, part);
		double share = workspace.batch() / (double) samples.count();
		for (int i = 0; i < sum.values().length; i++) {
			sum.values()[i] += share * part.values()[i];
		}
		done += workspace.batch();
	}

	/** The passes over the chunk that was taken in last. */
	Workspace workspace() {
		return workspace;
	}

	/** The gradient, once it is finished; not a copy. */
	public Parameters result() {
		return sum;
	}

}
