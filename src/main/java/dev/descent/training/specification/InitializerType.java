package dev.descent.training.specification;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.He;
import dev.descent.engine.initializer.Initializer;
import dev.descent.engine.initializer.LeCun;
import dev.descent.engine.initializer.Xavier;
import dev.descent.engine.initializer.Zeros;

/** The initializers by name. */
public enum InitializerType {

	@JsonProperty("xavier_uniform")
	XAVIER_UNIFORM(new Xavier(Distribution.UNIFORM)),

	@JsonProperty("xavier_normal")
	XAVIER_NORMAL(new Xavier(Distribution.NORMAL)),

	@JsonProperty("he_uniform")
	HE_UNIFORM(new He(Distribution.UNIFORM)),

	@JsonProperty("he_normal")
	HE_NORMAL(new He(Distribution.NORMAL)),

	@JsonProperty("lecun_uniform")
	LECUN_UNIFORM(new LeCun(Distribution.UNIFORM)),

	@JsonProperty("lecun_normal")
	LECUN_NORMAL(new LeCun(Distribution.NORMAL)),

	@JsonProperty("zeros")
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
