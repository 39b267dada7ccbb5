package dev.descent.training.specification;

import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.He;
import dev.descent.engine.initializer.Initializer;
import dev.descent.engine.initializer.LeCun;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.initializer.Zeros;

/** The initializers by name. */
public enum InitializerType {

	XAVIER_UNIFORM(new Xavier(Distribution.UNIFORM)),

	XAVIER_NORMAL(new Xavier(Distribution.NORMAL)),

	HE_UNIFORM(new He(Distribution.UNIFORM)),

	HE_NORMAL(new He(Distribution.NORMAL)),

	LECUN_UNIFORM(new LeCun(Distribution.UNIFORM)),

	LECUN_NORMAL(new LeCun(Distribution.NORMAL)),

	ZEROS(new Zeros());

	@SuppressWarnings("ImmutableEnumChecker") // initializers are stateless
	private final Initializer initializer;

	InitializerType(Initializer initializer) {
		this.initializer = initializer;
	}

	public Initializer initializer() {
		return initializer;
	}

}
