package dev.descent.engine.training;

import java.util.List;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.regularization.Penalty;

/** All penalties on the weights of all layers. */
record Penalties(List<Penalty> penalties, Architecture architecture) {

	double of(Parameters parameters) {
		double sum = 0;
		for (int p = 0; p < penalties.size(); p++) {
			for (int l = 0; l < architecture.depth(); l++) {
				sum += penalties.get(p)
					.of(parameters.values(), architecture.weightsFrom(l), architecture.biasesFrom(l));
			}
		}
		return sum;
	}

	void addGradient(Parameters parameters, Parameters gradient) {
		for (int p = 0; p < penalties.size(); p++) {
			for (int l = 0; l < architecture.depth(); l++) {
				penalties.get(p)
					.addGradient(parameters.values(), gradient.values(), architecture.weightsFrom(l),
							architecture.biasesFrom(l));
			}
		}
	}

}
