package dev.descent.training.specification;

import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How the weights start; biases start at 0.")
public record InitializerSpecification(@Schema(description = """
		The distribution of the weights. The variance is 2 / (inputs + units) for xavier, 2 / inputs for he and \
		1 / inputs for lecun.""", example = "xavier_uniform") InitializerType type,
		@Schema(description = "Seed of the draws; the seed of the job if absent.",
				example = "42") @Nullable Long seed) {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final InitializerSpecification DEFAULT = new InitializerSpecification(null, null);

	public InitializerSpecification {
		type = Objects.requireNonNullElse(type, InitializerType.XAVIER_UNIFORM);
	}

	InitializerSpecification withSeed(long seed) {
		return (this.seed != null) ? this : new InitializerSpecification(type, seed);
	}

}
