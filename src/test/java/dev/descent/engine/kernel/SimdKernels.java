package dev.descent.engine.kernel;

/** Opens the vector kernels to benchmarks. */
public final class SimdKernels {

	private SimdKernels() {
	}

	/** Needs the module {@code jdk.incubator.vector}. */
	public static Kernels create() {
		return new VectorKernels();
	}

}
