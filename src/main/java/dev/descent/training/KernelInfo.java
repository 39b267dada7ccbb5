package dev.descent.training;

import java.util.Locale;
import java.util.Map;

import dev.descent.engine.kernel.KernelChoice;
import dev.descent.engine.kernel.KernelPreference;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Tells at {@code /actuator/info} which kernels run, and why. */
final class KernelInfo implements InfoContributor {

	private final KernelPreference preferred;

	private final KernelChoice choice;

	private final KernelWarmUp warmUp;

	KernelInfo(KernelPreference preferred, KernelChoice choice, KernelWarmUp warmUp) {
		this.preferred = preferred;
		this.choice = choice;
		this.warmUp = warmUp;
	}

	@Override
	public void contribute(Info.Builder builder) {
		builder.withDetail("kernels", Map.of("preferred", lowerCase(preferred), "inUse", choice.kernels().name(),
				"vectorBits", choice.vectorBits(), "warmUp", lowerCase(warmUp.state()), "reason", choice.reason()));
	}

	private static String lowerCase(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
