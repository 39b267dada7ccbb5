package dev.descent.training.specification;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.optimizer.MovingAverage;
import dev.descent.engine.optimizer.Optimizer;
import dev.descent.engine.optimizer.StochasticWeightAverage;
import dev.descent.reference.Level;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Takes an average of the parameters along the path as the result. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "An average of the parameters along the path that is the result in place of the last ones.")
public sealed interface AveragingSpecification {

	/**
	 * The method whose result is the average.
	 * @param updatesPerEpoch how many updates an epoch has
	 */
	Optimizer around(Optimizer method, long updatesPerEpoch);

	@JsonTypeName("ema")
	@Reference(level = Level.ADVANCED, formula = "average = decay average + (1 - decay) w, after every update",
			latex = "\\bar w_t = \\beta \\bar w_{t-1} + (1-\\beta) w_t",
			source = "Polyak and Juditsky, 1992; Morales-Brotons, Vogels and Hendrikx, 2024, Exponential moving average of weights in deep learning")
	@Schema(description = "An exponential moving average of the parameters.")
	record MovingAverageSpecification(
			@DecimalMin("0") @DecimalMax(value = "1", inclusive = false) @Schema(
					description = "Share of the average that stays at an update.", example = "0.99") Double decay,
			@Min(0) @Max(100_000_000) @Schema(
					description = "Epochs before the average begins; until then it is the parameters.",
					example = "0") Integer startEpoch)
			implements
				AveragingSpecification {

		public MovingAverageSpecification {
			decay = Objects.requireNonNullElse(decay, 0.99);
			startEpoch = Objects.requireNonNullElse(startEpoch, 0);
		}

		@Override
		public Optimizer around(Optimizer method, long updatesPerEpoch) {
			return new MovingAverage(method, decay, startEpoch * updatesPerEpoch);
		}

	}

	@JsonTypeName("swa")
	@Reference(level = Level.ADVANCED, formula = "average = mean of w at the end of every everyEpochs-th epoch",
			latex = "\\bar w = \\frac{1}{n}\\sum_i w_{t_i}",
			source = "Izmailov, Podoprikhin, Garipov, Vetrov and Wilson, 2018, Averaging weights leads to wider optima and better generalization")
	@Schema(description = "The plain mean of the parameters at the end of epochs.")
	record StochasticWeightAverageSpecification(
			@Min(0) @Max(100_000_000) @Schema(
					description = "Epochs before the mean begins; until then it is the parameters.",
					example = "100") Integer startEpoch,
			@Min(1) @Max(1_000_000) @Schema(description = "Epochs from one member of the mean to the next.",
					example = "1") Integer everyEpochs)
			implements
				AveragingSpecification {

		public StochasticWeightAverageSpecification {
			startEpoch = Objects.requireNonNullElse(startEpoch, 0);
			everyEpochs = Objects.requireNonNullElse(everyEpochs, 1);
		}

		@Override
		public Optimizer around(Optimizer method, long updatesPerEpoch) {
			return new StochasticWeightAverage(method, startEpoch * updatesPerEpoch, everyEpochs * updatesPerEpoch);
		}

	}

}
