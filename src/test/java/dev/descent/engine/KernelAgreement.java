package dev.descent.engine;

import java.util.Arrays;
import java.util.zip.CRC32C;

import dev.descent.benchmark.Workload;
import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;

/**
 * Trains every reference case and every workload with the scalar kernels and with the
 * fastest ones of the JVM it runs on, and prints the name of the latter, how many runs
 * gave the same bits, those that did not, and a checksum of all bits.
 */
final class KernelAgreement {

	/**
	 * Samples of the wide network, for a quick answer; with a last batch that is smaller.
	 */
	private static final int SAMPLES = 600;

	private final Kernels scalar = new ScalarKernels();

	private final Kernels fastest = KernelChoice.of(KernelPreference.VECTOR).kernels();

	private final CRC32C checksum = new CRC32C();

	private int same;

	private KernelAgreement() {
	}

	static void main() {
		var agreement = new KernelAgreement();
		System.out.println(agreement.fastest.name());
		GoldenTests.cases().forEach(agreement::compare);
		for (var workload : Workload.values()) {
			agreement.compare(workload);
		}
		System.out.println(agreement.same + " the same, checksum " + agreement.checksum.getValue());
	}

	private void compare(GoldenCase golden) {
		var expected = new GoldenRun(golden, scalar);
		var actual = new GoldenRun(golden, fastest);
		compare(golden.name(), bits(expected), bits(actual));
	}

	private static long[] bits(GoldenRun run) {
		return Arrays
			.stream(new String[] { "objectivePerEpoch", "firstStepGradients", "finalParameters", "finalOutputs" })
			.map(run::numbers)
			.flatMapToLong((numbers) -> Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits))
			.toArray();
	}

	private void compare(Workload workload) {
		int count = Math.min(workload.samples(), SAMPLES);
		compare(workload.name(), bits(workload.trained(scalar, count, 3)), bits(workload.trained(fastest, count, 3)));
	}

	private static long[] bits(double[] numbers) {
		return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
	}

	private void compare(String name, long[] expected, long[] actual) {
		if (Arrays.equals(expected, actual)) {
			same++;
		}
		else {
			System.out.println(name + " differs");
		}
		for (long bits : actual) {
			for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
				checksum.update((int) (bits >>> shift));
			}
		}
	}

}
