package dev.descent.insight.trace;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.descent.dataset.preparation.Scaling;
import dev.descent.dataset.preparation.SplitSpecification;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Inline;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.GradientClippingSpecification;
import dev.descent.training.specification.GradientNoiseSpecification;
import dev.descent.training.specification.HiddenLayerSpecification;
import dev.descent.training.specification.LayerParameters;
import dev.descent.training.specification.NetworkSpecification;
import dev.descent.training.specification.RegularizationSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.TrainingSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification.ConstantSpecification;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A network, its parameters and samples, to look at an update without a job. */
@Schema(description = """
		A network, its parameters and samples, as in a training job; all samples are trained on, and nothing is scaled \
		unless that is asked for. Every field has a default: {} is XOR and a 2-2-1 network with parameters of one digit.""")
public record TraceSpecification(
		@Valid @Schema(description = "The samples; the four of XOR if absent.") DatasetSpecification dataset,
		@Size(min = 1, max = 1000) @Schema(
				description = "The inputs of the network, as in a training job. Absent or null: every column.",
				example = "[\"x1\", \"x2\"]") @Nullable List<@NotNull @Size(max = 200) String> features,
		@Schema(description = "How the features are scaled; none if absent.", example = "none") Scaling scaling,
		@Valid @Schema(
				description = "The network with its parameters, `initialParameters`; a hidden layer of two sigmoid units if absent.") NetworkSpecification network,
		@Valid @Nullable LossSpecification loss, @Valid RegularizationSpecification regularization,
		@Valid OptimizerSpecification optimizer, @Valid ScheduleSpecification schedule,
		@Valid @Nullable GradientClippingSpecification gradientClipping,
		@Valid @Nullable GradientNoiseSpecification gradientNoise,
		@Valid @Schema(description = "The batches, as in a training job.") TrainingSpecification training,
		@Schema(description = "The seed of whatever is drawn at random.", example = "42") Long seed)
		implements
			SelfChecking {

	private static final SplitSpecification ALL = new SplitSpecification(0.0, 0.0, false, null);

	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	private static final Inline XOR = new Inline(
			List.of(List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 1.0), List.of(0.0, 0.0)), List.of(1, 1, 0, 0),
			null, null);

	private static final List<LayerParameters> ONE_DIGIT = List.of(
			new LayerParameters(List.of(List.of(0.5, -0.4), List.of(0.3, 0.8)), List.of(0.1, -0.2)),
			new LayerParameters(List.of(List.of(0.7, -0.6)), List.of(0.2)));

	public TraceSpecification {
		boolean classroom = dataset == null && network == null;
		dataset = Objects.requireNonNullElse(dataset, XOR);
		scaling = Objects.requireNonNullElse(scaling, Scaling.NONE);
		network = Objects.requireNonNullElse(network, twoUnits(classroom));
		regularization = Objects.requireNonNullElse(regularization, RegularizationSpecification.DEFAULT);
		optimizer = Objects.requireNonNullElse(optimizer, SgdSpecification.DEFAULT);
		schedule = Objects.requireNonNullElse(schedule, new ConstantSpecification());
		training = Objects.requireNonNullElse(training, TrainingSpecification.DEFAULT);
		seed = Objects.requireNonNullElse(seed, 42L);
	}

	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	private static NetworkSpecification twoUnits(boolean withParameters) {
		return new NetworkSpecification(List.of(new HiddenLayerSpecification(2, null, null)), null, null,
				withParameters ? ONE_DIGIT : null);
	}

	@Override
	public void check(Faults faults) {
		job().check(faults);
	}

	/** The job that would make the update. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public TrainingJobSpecification job() {
		return new TrainingJobSpecification(null, Map.of(), null, seed, dataset, features, scaling, ALL, network, loss,
				regularization, optimizer, schedule, gradientClipping, gradientNoise, null, training, null, List.of(),
				List.of(), List.of());
	}

}
