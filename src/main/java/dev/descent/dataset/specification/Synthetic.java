package dev.descent.dataset.specification;

import java.util.List;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recipe: with a seed, it stands for one dataset, the same bits everywhere. */
@Schema(description = "A recipe: with a seed, it stands for one dataset.")
public sealed interface Synthetic extends DatasetSpecification permits SyntheticClassification, SyntheticRegression {

	/** Fields that say nothing about how many samples, features and classes there are. */
	List<String> SHAPELESS = List.of("noise", "labelNoise", "classBalance", "seed");

	Integer samples();

	Double noise();

	@Nullable Long seed();

	/** This recipe if it has a seed of its own, else with the one given. */
	Synthetic withSeed(long seed);

	int featureCount();

	DatasetShape shape();

	/**
	 * Makes the data. Random numbers come from {@link Draw}; the rest is exact or from
	 * {@link StrictMath}.
	 * @throws IllegalStateException if there is no seed
	 */
	Dataset generate();

}
