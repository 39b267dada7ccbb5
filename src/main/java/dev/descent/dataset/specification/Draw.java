package dev.descent.dataset.specification;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * What a recipe draws at random. Each has a stream of its own, so that, for example, more
 * noise moves the same points further instead of making others.
 */
enum Draw {

	/** Centres, directions: what all samples share. */
	LAYOUT(0),

	/** The samples without noise. */
	POINTS(1),

	NOISE(2),

	LABEL_NOISE(3),

	/** Which row a sample gets. */
	ORDER(4);

	private final long index;

	Draw(long index) {
		this.index = index;
	}

	RandomStream of(Synthetic recipe) {
		Long seed = recipe.seed();
		if (seed == null) {
			throw new IllegalStateException("a recipe needs a seed before data can be made from it");
		}
		return RandomStream.of(seed, Purpose.DATASET, index);
	}

}
