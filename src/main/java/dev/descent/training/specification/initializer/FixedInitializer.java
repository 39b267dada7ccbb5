package dev.descent.training.specification.initializer;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.initializer.Constant;
import dev.descent.engine.initializer.Initializer;
import dev.descent.engine.initializer.Normal;
import dev.descent.engine.initializer.Uniform;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** Distributions that are the same whatever the size of the layer. */
public sealed interface FixedInitializer extends InitializerSpecification {

	@JsonTypeName("uniform")
	@Reference(formula = "w uniform, low <= w < high", latex = "w \\sim U(a, b)", source = "Keras, RandomUniform")
	@Schema(description = "Evenly between two numbers.")
	record UniformInitializer(
			@DecimalMin("-1000") @DecimalMax("1000") @Schema(description = "The smallest weight.",
					example = "-0.5") Double low,
			@DecimalMin("-1000") @DecimalMax("1000") @Schema(description = "What weights stay below.",
					example = "0.5") Double high,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed)
			implements
				FixedInitializer,
				SelfChecking {

		public UniformInitializer {
			low = Objects.requireNonNullElse(low, -0.5);
			high = Objects.requireNonNullElse(high, 0.5);
		}

		@Override
		public UniformInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new UniformInitializer(low, high, seed);
		}

		@Override
		public void check(Faults faults) {
			faults.at("low").require(low < high || !faults.noneAt("high"), "must be below high");
		}

		@Override
		public Initializer initializer() {
			return new Uniform(low, high);
		}

	}

	@JsonTypeName("normal")
	@Reference(formula = "w normal with mean and standardDeviation", latex = "w \\sim N(\\mu, \\sigma^2)",
			source = "Krizhevsky, Sutskever and Hinton, 2012, ImageNet classification with deep convolutional neural networks")
	@Schema(description = "Normal, whatever the size of the layer.")
	record NormalInitializer(
			@DecimalMin("-1000") @DecimalMax("1000") @Schema(description = "The mean weight.",
					example = "0.0") Double mean,
			@DecimalMin("0") @DecimalMax("1000") @Schema(description = "The spread of the weights.",
					example = "0.05") Double standardDeviation,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements FixedInitializer {

		public NormalInitializer {
			mean = Objects.requireNonNullElse(mean, 0.0);
			standardDeviation = Objects.requireNonNullElse(standardDeviation, 0.05);
		}

		@Override
		public NormalInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new NormalInitializer(mean, standardDeviation, seed);
		}

		@Override
		public boolean unitsAlike() {
			return standardDeviation == 0;
		}

		@Override
		public Initializer initializer() {
			return new Normal(mean, standardDeviation, Double.POSITIVE_INFINITY);
		}

	}

	@JsonTypeName("truncated_normal")
	@Reference(level = Level.ADVANCED, formula = "w normal, drawn again while |w - mean| > 2 standardDeviation",
			latex = "w \\sim N(\\mu, \\sigma^2) \\text{ given } |w - \\mu| \\le 2\\sigma",
			source = "Keras, TruncatedNormal")
	@Schema(description = "Normal without what is further than two deviations from the mean.")
	record TruncatedNormalInitializer(
			@DecimalMin("-1000") @DecimalMax("1000") @Schema(description = "The mean weight.",
					example = "0.0") Double mean,
			@DecimalMin("0") @DecimalMax("1000") @Schema(
					description = "The spread of the normal distribution before it is cut.",
					example = "0.05") Double standardDeviation,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements FixedInitializer {

		public TruncatedNormalInitializer {
			mean = Objects.requireNonNullElse(mean, 0.0);
			standardDeviation = Objects.requireNonNullElse(standardDeviation, 0.05);
		}

		@Override
		public TruncatedNormalInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new TruncatedNormalInitializer(mean, standardDeviation, seed);
		}

		@Override
		public boolean unitsAlike() {
			return standardDeviation == 0;
		}

		@Override
		public Initializer initializer() {
			return new Normal(mean, standardDeviation, 2);
		}

	}

	@JsonTypeName("constant")
	@Reference(level = Level.ADVANCED, formula = "w = value", latex = "w = c",
			source = "Rumelhart, Hinton and Williams, 1986, Learning internal representations by error propagation (why it fails)")
	@Schema(description = "All weights alike; with hidden layers their units stay alike for ever.")
	record ConstantInitializer(
			@DecimalMin("-1000") @DecimalMax("1000") @Schema(description = "Every weight.",
					example = "0.1") Double value,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements FixedInitializer {

		public ConstantInitializer {
			value = Objects.requireNonNullElse(value, 0.1);
		}

		@Override
		public ConstantInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new ConstantInitializer(value, seed);
		}

		@Override
		public boolean unitsAlike() {
			return true;
		}

		@Override
		public Initializer initializer() {
			return new Constant(value);
		}

	}

	@JsonTypeName("zeros")
	@Reference(formula = "w = 0", latex = "w = 0",
			source = "Rumelhart, Hinton and Williams, 1986, Learning internal representations by error propagation (why it fails)")
	@Schema(description = "All weights zero; fine for a linear model only.")
	record ZerosInitializer(
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements FixedInitializer {

		@Override
		public ZerosInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new ZerosInitializer(seed);
		}

		@Override
		public boolean unitsAlike() {
			return true;
		}

		@Override
		public Initializer initializer() {
			return new Constant(0);
		}

	}

}
