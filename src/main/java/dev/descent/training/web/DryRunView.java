package dev.descent.training.web;

import java.util.List;

import dev.descent.dataset.preparation.Split;
import dev.descent.training.TrainingEstimate;
import dev.descent.training.TrainingJobId;
import dev.descent.training.specification.TrainingJobSpecification;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "DryRun", description = "What a training job would be and take; nothing was made.")
record DryRunView(
		@Schema(description = "Units of the layers from the inputs to the outputs.", example = "2-8-1") String network,
		@Schema(description = "Number of weights and biases.", example = "33") int parameterCount,
		@Schema(description = "Samples in each part.") Summary.Parts samples,
		@Schema(description = "Updates that all epochs have; stopping early makes fewer.",
				example = "1000") long updates,
		@Schema(description = """
				Seconds that all epochs would be trained for, without waiting: an estimate, right to a small factor \
				where basedOn has jobs like this one.""", example = "0.031") double estimatedSeconds,
		@Schema(description = "The jobs whose speed was expected of this one; empty if the seconds are a guess.",
				example = "[\"example\"]") List<TrainingJobId> basedOn,
		@Schema(description = "Bytes of memory it would take at most, about: what the limit of jobMemory is held against.",
				example = "150000") long estimatedBytes,
		@Schema(description = "What to know about it beforehand, in sentences.", example = "[]") List<String> warnings,
		@Schema(description = "The job with every default and seed filled in.") TrainingJobSpecification specification) {

	static DryRunView of(TrainingEstimate estimate) {
		var demand = estimate.demand();
		int[] parts = Split.counts(estimate.shape(), estimate.specification().split());
		return new DryRunView(demand.architecture().toString(), demand.architecture().parameterCount(),
				new Summary.Parts(parts[0], parts[1], parts[2]), demand.updates(), estimate.time().toNanos() / 1e9,
				estimate.basedOn(), demand.bytes(), Warnings.of(estimate), estimate.specification());
	}

}
