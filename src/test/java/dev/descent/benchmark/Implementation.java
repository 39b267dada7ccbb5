package dev.descent.benchmark;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;

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
			case VECTOR -> KernelChoice.of(KernelPreference.VECTOR).kernels();
			case NAIVE -> throw new IllegalStateException("plain loops have no kernels");
		};
	}

}
