package dev.descent.training;

import java.util.function.LongSupplier;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.kernel.WarmingKernels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KernelWarmUpTests {

	private static final String JOB = """
			{"dataset": {"type": "moons", "samples": 50}, "training": {"epochs": 20, "batchSize": 7},
			 "network": {"hiddenLayers": [{"units": 9, "activation": {"type": "tanh"}}, {"units": 8, "activation": {"type": "sigmoid"}}]}}""";

	@Test
	void theVectorKernelsOfThisMachineTakeOver() throws InterruptedException {
		var warming = (WarmingKernels) KernelChoice.of(KernelPreference.AUTO).kernels();
		var warmUp = new KernelWarmUp(warming, () -> false, System::nanoTime, (_) -> {
		});
		assertThat(warmUp.state()).isEqualTo(KernelWarmUp.State.PENDING);
		warmUp.warmUp(warming);
		assertThat(warmUp.state()).isEqualTo(KernelWarmUp.State.DONE);
		assertThat(warming.name()).startsWith("vector-");
	}

	@Test
	void itGivesUpInTheEnd() throws InterruptedException {
		var same = new ScalarKernels();
		var warming = new WarmingKernels(same, same);
		var warmUp = new KernelWarmUp(warming, () -> false, new Clock(), (_) -> {
		});
		warmUp.warmUp(warming);
		assertThat(warmUp.state()).isEqualTo(KernelWarmUp.State.GIVEN_UP);
	}

	@Test
	void scalarKernelsNeedNone() {
		var warmUp = new KernelWarmUp(new ScalarKernels(), () -> false, System::nanoTime, (_) -> {
		});
		warmUp.start();
		warmUp.stop();
		assertThat(warmUp.state()).isEqualTo(KernelWarmUp.State.NONE);
	}

	@Test
	void aRunThatIsUnderWayGoesOnWithTheSameBits() throws InterruptedException {
		var scalar = Trainings.run(JOB, new ScalarKernels(), (_) -> {
		});
		scalar.finish();
		var warming = (WarmingKernels) KernelChoice.of(KernelPreference.AUTO).kernels();
		var switched = Trainings.run(JOB, warming, (_) -> {
		});
		switched.advance(60);
		assertThat(switched.finished()).isFalse();
		new KernelWarmUp(warming, () -> false, System::nanoTime, (_) -> {
		}).warmUp(warming);
		switched.finish();
		assertThat(switched.state().parameters().values()).isEqualTo(scalar.state().parameters().values());
	}

	/** A clock by which every reading takes ten seconds. */
	private static final class Clock implements LongSupplier {

		private long now;

		@Override
		public long getAsLong() {
			now += 10_000_000_000L;
			return now;
		}

	}

}
