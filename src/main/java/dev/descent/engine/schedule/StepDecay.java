package dev.descent.engine.schedule;

import dev.descent.engine.kernel.Elementary;

/** Falls by a factor every so many steps: {@code base * gamma^floor(t / stepSize)}. */
public record StepDecay(long stepSize, double gamma) implements Schedule {

	public StepDecay {
		Lengths.requirePositive("stepSize", stepSize);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		return base * Elementary.power(gamma, time / stepSize);
	}

}
