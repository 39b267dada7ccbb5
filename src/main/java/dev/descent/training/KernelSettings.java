package dev.descent.training;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the engine runs on, set by {@code descent.kernels}.
 *
 * @param kernels what the inner loops run on: {@code auto}, {@code scalar} or {@code
 * vector}
 */
@ConfigurationProperties("descent")
record KernelSettings(@DefaultValue("auto") KernelPreference kernels) {

	/** Whether vector kernels were asked for and cannot be had. */
	boolean refusedBy(KernelChoice choice) {
		return kernels == KernelPreference.VECTOR && choice.vectorBits() == 0;
	}

}
