package dev.descent.benchmark;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.kernel.SimdKernels;

/** Who computes. */
public enum Implementation {

	/** A {@link NaiveNetwork}. */
	NAIVE,

	/** The engine with its scalar kernels. */
	SCALAR,

	/** The engine with its vector kernels. */
	VECTOR;

	Kernels kernels() {
		return switch (this) {
			case SCALAR -> new ScalarKernels();
			case VECTOR -> SimdKernels.create();
			case NAIVE -> throw new IllegalStateException("plain loops have no kernels");
		};
	}

}
