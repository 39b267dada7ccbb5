package dev.descent.training.specification.optimizer;

import org.jspecify.annotations.Nullable;

/** Whose defaults fill in what is not given. */
public enum Preset {

	/** PyTorch 2. */
	PYTORCH,

	/** Keras 3, with the formula that we have; docs/golden-names.md says what differs. */
	KERAS,

	/** The paper that introduced the method, or the code of its authors. */
	PAPER;

	/** What was given, else our own default, or that of the preset asked for. */
	static <T> T choose(@Nullable Preset preset, @Nullable T given, T own, T pytorch, T keras, T paper) {
		if (given != null) {
			return given;
		}
		return switch (preset) {
			case PYTORCH -> pytorch;
			case KERAS -> keras;
			case PAPER -> paper;
			case null -> own;
		};
	}

	/** Whether weight decay is decoupled, which Keras does for every method. */
	static boolean decoupled(@Nullable Preset preset, @Nullable Boolean given) {
		return (given != null) ? given : preset == KERAS;
	}

}
