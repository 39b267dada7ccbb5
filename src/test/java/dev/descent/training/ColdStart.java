package dev.descent.training;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;

/**
 * Trains in a JVM that has just started, beside the warm-up of the kernels if there is
 * one, and prints the milliseconds of the first epoch, of the first ten and of the first
 * thousand, and the kernels in use after them.
 */
final class ColdStart {

	private static final String JOB = """
			{"dataset": {"type": "moons", "samples": 500}, "split": {"validationFraction": 0},
			 "network": {"hiddenLayers": [{"units": 8, "activation": {"type": "tanh"}},
			                              {"units": 8, "activation": {"type": "tanh"}}]},
			 "optimizer": {"type": "sgd", "learningRate": 0.03},
			 "training": {"epochs": 1000, "batchSize": 10}}""";

	private ColdStart() {
	}

	/**
	 * @param arguments the kernels: scalar, auto or vector
	 */
	static void main(String[] arguments) {
		var kernels = KernelChoice.of(KernelPreference.valueOf(arguments[0].toUpperCase(Locale.ROOT))).kernels();
		var watch = new AtomicLong();
		var run = Trainings.run(JOB, kernels, (evaluated) -> {
			int epoch = evaluated.state().epoch();
			if (epoch == 1 || epoch == 10 || epoch == 1000) {
				System.out.printf(Locale.ROOT, "%s %.1f ", kernels.name(), (System.nanoTime() - watch.get()) / 1e6);
			}
		});
		var warmUp = new KernelWarmUp(kernels, () -> !run.finished(), System::nanoTime, Thread::sleep);
		watch.set(System.nanoTime());
		warmUp.start();
		run.finish();
		System.out.println();
	}

}
