package dev.descent.engine.kernel;

/**
 * The kernels to run on, and why these.
 *
 * @param kernels {@link WarmingKernels} if the vector ones are still cold
 * @param vectorBits width of the vectors that can be used; 0 if none can
 * @param reason why, and what to do about it where that can be changed
 */
public record KernelChoice(Kernels kernels, int vectorBits, String reason) {

	private static final String MODULE = "jdk.incubator.vector";

	/** Below it a vector holds one double. */
	private static final int LEAST_BITS = 128;

	/** Chooses; what cannot be had is replaced by the scalar kernels. */
	public static KernelChoice of(KernelPreference preference) {
		if (preference == KernelPreference.SCALAR) {
			return scalar("The scalar kernels were asked for.");
		}
		// Asked, not tried out: a class that names an absent module does not load.
		if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
			return scalar("The vector kernels need a module that is not there: start java with --add-modules " + MODULE
					+ ".");
		}
		try {
			return vector(preference, VectorWidth.preferredBits());
		}
		catch (LinkageError ex) {
			return scalar("The vector kernels do not load on this JVM, which they were not built for (" + ex
					+ "): use the Java version that the documentation names.");
		}
	}

	private static KernelChoice vector(KernelPreference preference, int bits) {
		if (bits < LEAST_BITS) {
			return scalar("The vectors of this JVM have only " + bits
					+ " bits: start java without -XX:MaxVectorSize, or on a processor with wider ones.");
		}
		var vector = new VectorKernels();
		if (preference == KernelPreference.VECTOR) {
			return new KernelChoice(vector, bits, "The vector kernels were asked for.");
		}
		return new KernelChoice(new WarmingKernels(new ScalarKernels(), vector), bits,
				"The vector kernels can be used, and take over once they are warm and faster.");
	}

	private static KernelChoice scalar(String reason) {
		return new KernelChoice(new ScalarKernels(), 0, reason);
	}

}
