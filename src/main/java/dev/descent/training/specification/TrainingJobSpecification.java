package dev.descent.training.specification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.preparation.FeatureMap;
import dev.descent.dataset.preparation.Scaling;
import dev.descent.dataset.preparation.Split;
import dev.descent.dataset.preparation.SplitSpecification;
import dev.descent.dataset.specification.DatasetSpecification;
import dev.descent.dataset.specification.Inline;
import dev.descent.dataset.specification.Moons;
import dev.descent.dataset.specification.Stored;
import dev.descent.dataset.specification.Synthetic;
import dev.descent.outbound.Destinations;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import dev.descent.training.specification.optimizer.DescentSpecification.SgdSpecification;
import dev.descent.training.specification.loss.LossSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification.ConstantSpecification;
import dev.descent.training.specification.schedule.StepPer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Everything a training job can be told. What is left out has a default; {@link #resolve}
 * fills in what depends on the data and on other fields.
 */
@Schema(description = """
		A training job. Every field has a default, so {} is a valid job. The same specification always gives the same \
		numbers, bit for bit.""")
public record TrainingJobSpecification(
		@Size(max = 200) @Schema(description = "A name for people.",
				example = "moons with momentum") @Nullable String name,
		@Size(max = 32) @Schema(description = "Your own keys and values, to find the job again.",
				example = "{\"course\": \"ml-101\"}") Map<@Size(min = 1,
						max = 63) String, @NotNull @Size(max = 200) String> labels,
		@Size(max = 10_000) @Schema(description = "What is worth knowing about it, for people.",
				example = "Does momentum help here?") @Nullable String notes,
		@Schema(description = "The seed that all other seeds are taken from if they are not given.",
				example = "42") Long seed,
		@Valid DatasetSpecification dataset,
		@Size(min = 1, max = 1000) @Schema(description = """
				The inputs of the network as products, powers, sin or cos of the columns. Absent or null: every \
				column as it is.""",
				example = "[\"x1\", \"x2\", \"x1^2\"]") @Nullable List<@NotNull @Size(max = 200) String> features,
		@Schema(description = """
				How the features are scaled, from the training samples alone: standard (mean 0, deviation 1), min_max \
				(to -1 .. 1) or none.""", example = "standard") Scaling scaling, @Valid SplitSpecification split,
		@Valid NetworkSpecification network, @Valid @Schema(description = """
				What is minimised. If absent: binary_cross_entropy for a sigmoid output, categorical_cross_entropy for \
				a softmax output, else mse.""") @Nullable LossSpecification loss,
		@Valid RegularizationSpecification regularization, @Valid OptimizerSpecification optimizer,
		@Valid ScheduleSpecification schedule, @Valid @Nullable GradientClippingSpecification gradientClipping,
		@Valid @Nullable GradientNoiseSpecification gradientNoise, @Valid @Nullable AveragingSpecification averaging,
		@Valid TrainingSpecification training, @Valid RecordingSpecification recording,
		@Size(max = 16) @Schema(description = "Where the run is to stand still.",
				example = "[]") List<@NotNull @Valid BreakpointSpecification> breakpoints,
		@Size(max = 4) @Schema(
				description = "Where to send messages about the job.") List<@NotNull @Valid WebhookSpecification> webhooks,
		@Size(max = 1000) @Schema(description = """
				What was changed in the middle of a run, in the order of time. A job's document has what its run went \
				through, so that it can be posted again.""", example = "[]") List<@NotNull @Valid Amendment> amendments)
		implements
			SelfChecking {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final TrainingJobSpecification DEFAULT = new TrainingJobSpecification(null, null, null, null, null,
			null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

	public TrainingJobSpecification {
		labels = (labels != null) ? labels : Map.of();
		seed = Objects.requireNonNullElse(seed, 42L);
		dataset = Objects.requireNonNullElse(dataset, Moons.DEFAULT);
		scaling = Objects.requireNonNullElse(scaling, Scaling.STANDARD);
		split = Objects.requireNonNullElse(split, SplitSpecification.DEFAULT);
		network = Objects.requireNonNullElse(network, NetworkSpecification.DEFAULT);
		regularization = Objects.requireNonNullElse(regularization, RegularizationSpecification.DEFAULT);
		optimizer = Objects.requireNonNullElse(optimizer, SgdSpecification.DEFAULT);
		schedule = Objects.requireNonNullElse(schedule, new ConstantSpecification());
		training = Objects.requireNonNullElse(training, TrainingSpecification.DEFAULT);
		recording = Objects.requireNonNullElse(recording, RecordingSpecification.DEFAULT);
		breakpoints = Objects.requireNonNullElse(breakpoints, List.of());
		webhooks = Objects.requireNonNullElse(webhooks, List.of());
		amendments = Objects.requireNonNullElse(amendments, List.of());
	}

	@Override
	public void check(Faults faults) {
		checkPart(dataset, faults.at("dataset"));
		split.check(faults.at("split"));
		checkPart(optimizer, faults.at("optimizer"));
		checkPart(schedule, faults.at("schedule"));
		new CombinationCheck(this).check(faults);
		network.check(faults.at("network"));
		forEach(breakpoints, faults.at("breakpoints"), BreakpointSpecification::check);
		forEach(webhooks, faults.at("webhooks"), WebhookSpecification::check);
		var shape = ownShape(faults);
		if (shape != null) {
			checkAgainst(shape, faults);
		}
	}

	/** Notes which webhooks the service may not call. */
	public void checkAgainst(Destinations destinations, Faults faults) {
		forEach(webhooks, faults.at("webhooks"), (webhook, at) -> webhook.checkAgainst(destinations, at));
	}

	/** Lists of a request may have nulls, which are faults already. */
	private static <T> void forEach(List<? extends @Nullable T> parts, Faults faults, BiConsumer<T, Faults> check) {
		for (int i = 0; i < parts.size(); i++) {
			T part = parts.get(i);
			if (part != null) {
				check.accept(part, faults.at(i));
			}
		}
	}

	private static void checkPart(Object part, Faults faults) {
		if (part instanceof SelfChecking checking) {
			checking.check(faults);
		}
	}

	/** The shape of the data where it can be told from here, without a store. */
	private @Nullable DatasetShape ownShape(Faults faults) {
		if (!faults.at("dataset").noneBesides(Synthetic.SHAPELESS)) {
			return null;
		}
		return switch (dataset) {
			case Synthetic synthetic -> synthetic.shape();
			case Inline inline -> inline.shape();
			case Stored _ -> null;
		};
	}

	/** Notes what does not fit the data, as far as it is readable by itself. */
	private void checkAgainst(DatasetShape shape, Faults faults) {
		boolean knownEnd = faults.noneAt("loss") && faults.at("network").noneHere()
				&& faults.at("network").noneAt("outputActivation");
		var output = OutputLayer.decide(shape, network.outputActivation(), loss, knownEnd ? faults : new Faults());
		if (faults.noneAt("loss")) {
			new CombinationCheck(this).checkLoss(output.loss().loss(), faults.at("loss"));
		}
		int inputs = FeatureMap.parse(features, shape.columns(), faults.at("features")).size();
		var atNetwork = faults.at("network");
		if (knownEnd && faults.noneAt("features") && atNetwork.noneAt("hiddenLayers")) {
			new InitialParametersCheck(network, inputs, output.units()).check(atNetwork.at("initialParameters"));
		}
	}

	/**
	 * The same job with every field set: seeds, output activation, loss and the lengths
	 * of the schedule.
	 * @param shape of the dataset
	 * @param faults takes what does not fit together; the result counts only if there is
	 * nothing
	 */
	public TrainingJobSpecification resolve(DatasetShape shape, Faults faults) {
		checkAgainst(shape, faults);
		var output = OutputLayer.decide(shape, network.outputActivation(), loss, new Faults());
		var resolvedNetwork = new NetworkSpecification(network.hiddenLayers(), output.activation(),
				network.initializer().withSeed(seed), network.initialParameters());
		var laidOut = layOut(Split.trainingCount(shape, split));
		checkPart(laidOut, faults.at("schedule"));
		return new TrainingJobSpecification(name, labels, notes, seed,
				(dataset instanceof Synthetic recipe) ? recipe.withSeed(seed) : dataset,
				(features != null) ? features : shape.columns(), scaling, split.withSeed(seed), resolvedNetwork,
				output.loss(), regularization, optimizer, laidOut, gradientClipping, gradientNoise, averaging,
				training.withSeed(seed), recording, breakpoints, webhooks, amendments);
	}

	/** The same job with these amendments. */
	public TrainingJobSpecification with(List<Amendment> amendments) {
		return new TrainingJobSpecification(name, labels, notes, seed, dataset, features, scaling, split, network, loss,
				regularization, optimizer, schedule, gradientClipping, gradientNoise, averaging, training, recording,
				breakpoints, webhooks, amendments);
	}

	/** The same job with other instruments. */
	public TrainingJobSpecification with(InstrumentLevel instruments) {
		return new TrainingJobSpecification(name, labels, notes, seed, dataset, features, scaling, split, network, loss,
				regularization, optimizer, schedule, gradientClipping, gradientNoise, averaging, training,
				recording.with(instruments), breakpoints, webhooks, amendments);
	}

	/** The same job with another seed for what has none of its own. */
	public TrainingJobSpecification seeded(long seed) {
		return new TrainingJobSpecification(name, labels, notes, seed, dataset, features, scaling, split, network, loss,
				regularization, optimizer, schedule, gradientClipping, gradientNoise, averaging, training, recording,
				breakpoints, webhooks, amendments);
	}

	/** What it is called. */
	public JobDescription description() {
		return new JobDescription(name, labels, notes);
	}

	/** The same job as its owner calls it now. */
	public TrainingJobSpecification described(JobDescription description) {
		return new TrainingJobSpecification(description.name(), description.labels(), description.notes(), seed,
				dataset, features, scaling, split, network, loss, regularization, optimizer, schedule, gradientClipping,
				gradientNoise, averaging, training, recording, breakpoints, webhooks, amendments);
	}

	/** The memory of the data and parameters that a request brought, about. */
	public long givenBytes() {
		var given = network.initialParameters();
		long parameters = (given != null) ? given.stream().flatMapToDouble(LayerParameters::flat).count() : 0;
		return Inline.BYTES_A_NUMBER * parameters + ((dataset instanceof Inline inline) ? inline.bytes() : 0);
	}

	/** The memory of what was written for people, about. */
	public long textBytes() {
		long labelled = labels.entrySet()
			.stream()
			.mapToLong((label) -> label.getKey().length() + label.getValue().length())
			.sum();
		return Character.BYTES * (labelled + ((notes != null) ? notes.length() : 0));
	}

	/** The schedule with its lengths, for so many training samples. */
	private ScheduleSpecification layOut(int samples) {
		long stepsPerEpoch = (schedule.stepPer() == StepPer.UPDATE) ? training.updatesPerEpoch(samples) : 1;
		long steps = training.epochs() * stepsPerEpoch;
		return schedule.resolve(Objects.requireNonNullElse(optimizer.learningRate(), 1.0), Math.max(1, steps));
	}

}
