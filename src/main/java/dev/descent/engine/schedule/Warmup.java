package dev.descent.engine.schedule;

/**
 * A linear rise to where another schedule begins, which then takes over (Goyal et al.,
 * 2017, "Accurate, large minibatch SGD", section 2.2):
 * {@code startFactor + (1 - startFactor) (t + 1) / steps} times its first rate.
 */
public record Warmup(long steps, double startFactor, Schedule next) implements Schedule {

	public Warmup {
		Lengths.requirePositive("steps", steps);
	}

	@Override
	public double learningRate(double base, long time, double[] memory) {
		if (time >= steps) {
			return next.learningRate(base, time - steps, memory);
		}
		return (startFactor + (1 - startFactor) * (time + 1) / steps) * next.learningRate(base, 0, memory);
	}

	@Override
	public double momentum(long time) {
		return next.momentum(Math.max(0, time - steps));
	}

	@Override
	public int memory() {
		return next.memory();
	}

	/** What was reached while the rate still rose says nothing about its height. */
	@Override
	public void evaluated(double base, long time, double loss, double[] memory) {
		if (time > steps) {
			next.evaluated(base, time - steps, loss, memory);
		}
	}

}
