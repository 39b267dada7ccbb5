package dev.descent.engine.analysis;

import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.training.Samples;

/** The gradient of the mean loss over all samples, chunk by chunk, without penalties. */
public final class MeanGradient {

	private static final int CHUNK = 256;

	private MeanGradient() {
	}

	public static Parameters of(Network network, Loss loss, Parameters parameters, Samples samples) {
		var architecture = network.architecture();
		var sum = Parameters.zeros(architecture);
		var part = Parameters.zeros(architecture);
		for (int from = 0; from < samples.count(); from += CHUNK) {
			var workspace = new Workspace(architecture, Math.min(CHUNK, samples.count() - from));
			samples.load(from, workspace);
			network.forward(parameters, workspace);
			network.backward(parameters, workspace, loss, part);
			double share = workspace.batch() / (double) samples.count();
			for (int i = 0; i < sum.values().length; i++) {
				sum.values()[i] += share * part.values()[i];
			}
		}
		return sum;
	}

}
