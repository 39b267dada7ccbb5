package dev.descent.insight.surface;

import dev.descent.engine.network.Architecture;
import dev.descent.training.Trainings;

/** Reads names of parameters. */
public final class ParameterReading {

	private final Architecture architecture = Trainings.experiment("{}").architecture();

	public void read(String name) {
		ParameterPlace.parse(name, architecture, "parameter");
	}

}
