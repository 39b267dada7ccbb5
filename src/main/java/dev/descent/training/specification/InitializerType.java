package dev.descent.training.specification;

import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.He;
import dev.descent.engine.initializer.Initializer;
import dev.descent.engine.initializer.LeCun;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.initializer.Constant;

/** The initializers by name. */
public enum InitializerType {

	XAVIER_UNIFORM(new Xavier(Distribution.UNIFORM, 1)),

	XAVIER_NORMAL(new Xavier(Distribution.NORMAL, 1)),

	HE_UNIFORM(new He(Distribution.UNIFORM, 1)),

	HE_NORMAL(new He(Distribution.NORMAL, 1)),

	LECUN_UNIFORM(new LeCun(Distribution.UNIFORM, 1)),

	LECUN_NORMAL(new LeCun(Distribution.NORMAL, 1)),

	ZEROS(new Constant(0));

	@SuppressWarnings("ImmutableEnumChecker") // initializers are stateless
	private final Initializer initializer;

	InitializerType(Initializer initializer) {
		this.initializer = initializer;
	}

	public Initializer initializer() {
		return initializer;
	}

}
