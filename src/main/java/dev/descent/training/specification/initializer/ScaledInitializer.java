package dev.descent.training.specification.initializer;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.initializer.Distribution;
import dev.descent.engine.initializer.He;
import dev.descent.engine.initializer.Initializer;
import dev.descent.engine.initializer.LeCun;
import dev.descent.engine.initializer.Orthogonal;
import dev.descent.engine.initializer.Xavier;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** Distributions whose spread follows the size of the layer. */
public sealed interface ScaledInitializer extends InitializerSpecification {

	@JsonTypeName("xavier_uniform")
	@Reference(formula = "w uniform in [-r, r], r = gain sqrt(3 * 2 / (inputs + units))",
			latex = "w \\sim U(-r, r),\\quad r = g\\sqrt{3\\cdot \\frac{2}{n_{in} + n_{out}}}",
			source = "Glorot and Bengio, 2010, Understanding the difficulty of training deep feedforward neural networks")
	@Schema(description = "Uniform with variance 2 / (inputs + units), for sigmoid and tanh.")
	record XavierUniformInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Multiplies the deviation.", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		/** What it is if nothing is given. */
		@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
		public static final XavierUniformInitializer DEFAULT = new XavierUniformInitializer(null, null);

		public XavierUniformInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public XavierUniformInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new XavierUniformInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new Xavier(Distribution.UNIFORM, gain);
		}

	}

	@JsonTypeName("xavier_normal")
	@Reference(formula = "w normal with deviation gain sqrt(2 / (inputs + units))",
			latex = "w \\sim N\\big(0, g^2 \\cdot \\frac{2}{n_{in} + n_{out}}\\big)",
			source = "Glorot and Bengio, 2010, Understanding the difficulty of training deep feedforward neural networks")
	@Schema(description = "Normal with variance 2 / (inputs + units), for sigmoid and tanh.")
	record XavierNormalInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Multiplies the deviation.", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		public XavierNormalInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public XavierNormalInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new XavierNormalInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new Xavier(Distribution.NORMAL, gain);
		}

	}

	@JsonTypeName("he_uniform")
	@Reference(formula = "w uniform in [-r, r], r = gain sqrt(3 * 2 / inputs)",
			latex = "w \\sim U(-r, r),\\quad r = g\\sqrt{3\\cdot \\frac{2}{n_{in}}}",
			source = "He, Zhang, Ren and Sun, 2015, Delving deep into rectifiers")
	@Schema(description = "Uniform with variance 2 / inputs, for relu.")
	record HeUniformInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Multiplies the deviation.", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		public HeUniformInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public HeUniformInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new HeUniformInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new He(Distribution.UNIFORM, gain);
		}

	}

	@JsonTypeName("he_normal")
	@Reference(formula = "w normal with deviation gain sqrt(2 / inputs)",
			latex = "w \\sim N\\big(0, g^2 \\cdot \\frac{2}{n_{in}}\\big)",
			source = "He, Zhang, Ren and Sun, 2015, Delving deep into rectifiers")
	@Schema(description = "Normal with variance 2 / inputs, for relu.")
	record HeNormalInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Multiplies the deviation.", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		public HeNormalInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public HeNormalInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new HeNormalInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new He(Distribution.NORMAL, gain);
		}

	}

	@JsonTypeName("lecun_uniform")
	@Reference(formula = "w uniform in [-r, r], r = gain sqrt(3 * 1 / inputs)",
			latex = "w \\sim U(-r, r),\\quad r = g\\sqrt{3\\cdot \\frac{1}{n_{in}}}",
			source = "LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop")
	@Schema(description = "Uniform with variance 1 / inputs, for selu, and where units are few.")
	record LeCunUniformInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Multiplies the deviation.", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		public LeCunUniformInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public LeCunUniformInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new LeCunUniformInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new LeCun(Distribution.UNIFORM, gain);
		}

	}

	@JsonTypeName("lecun_normal")
	@Reference(formula = "w normal with deviation gain sqrt(1 / inputs)",
			latex = "w \\sim N\\big(0, g^2 \\cdot \\frac{1}{n_{in}}\\big)",
			source = "LeCun, Bottou, Orr and Mueller, 1998, Efficient backprop")
	@Schema(description = "Normal with variance 1 / inputs, for selu, and where units are few.")
	record LeCunNormalInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Multiplies the deviation.", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		public LeCunNormalInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public LeCunNormalInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new LeCunNormalInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new LeCun(Distribution.NORMAL, gain);
		}

	}

	@JsonTypeName("orthogonal")
	@Reference(level = Level.ADVANCED, formula = "W W^T = gain^2 I, or W^T W = gain^2 I", latex = "W W^\\top = g^2 I",
			source = "Saxe, McClelland and Ganguli, 2014, Exact solutions to the nonlinear dynamics of learning in deep linear neural networks")
	@Schema(description = "A random matrix with orthogonal rows or columns.")
	record OrthogonalInitializer(
			@DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Schema(
					description = "Length of the rows (or columns).", example = "1.0") Double gain,
			@Schema(description = Texts.SEED, example = "42") @Nullable Long seed) implements ScaledInitializer {

		public OrthogonalInitializer {
			gain = Objects.requireNonNullElse(gain, 1.0);
		}

		@Override
		public OrthogonalInitializer withSeed(long seed) {
			return (this.seed != null) ? this : new OrthogonalInitializer(gain, seed);
		}

		@Override
		public Initializer initializer() {
			return new Orthogonal(gain);
		}

	}

}
