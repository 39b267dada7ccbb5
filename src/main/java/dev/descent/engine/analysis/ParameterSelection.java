package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/** Some of the parameters of a network, spread over all of its layers. */
public final class ParameterSelection {

	private ParameterSelection() {
	}

	/** The weights or the biases of a layer, from one index to before another. */
	private record Block(int number, int from, int to) {

		int size() {
			return to - from;
		}

	}

	/**
	 * All parameters if there are no more than wanted; else as many of the weights and of
	 * the biases of each layer, as far as there are, one from each of equally long
	 * stretches. There is one of each block at least.
	 * @return indices in the flat order of {@link Architecture}, ascending
	 */
	public static int[] of(Architecture architecture, int most, long seed) {
		var blocks = new ArrayList<>(blocks(architecture));
		blocks.sort(Comparator.comparingInt(Block::size));
		var chosen = IntStream.builder();
		int left = most;
		for (int i = 0; i < blocks.size(); i++) {
			var block = blocks.get(i);
			int count = Math.clamp(left / (blocks.size() - i), 1, block.size());
			left -= count;
			choose(block, count, seed, chosen);
		}
		return chosen.build().sorted().toArray();
	}

	private static List<Block> blocks(Architecture architecture) {
		return IntStream.range(0, architecture.depth())
			.boxed()
			.flatMap((l) -> List
				.of(new Block(2 * l, architecture.weightsFrom(l), architecture.biasesFrom(l)),
						new Block(2 * l + 1, architecture.biasesFrom(l), architecture.weightsFrom(l + 1)))
				.stream())
			.toList();
	}

	private static void choose(Block block, int count, long seed, IntStream.Builder chosen) {
		var random = RandomStream.of(seed, Purpose.SELECTION, block.number());
		for (int i = 0; i < count; i++) {
			int low = (int) ((long) i * block.size() / count);
			int high = (int) ((i + 1L) * block.size() / count);
			chosen.add(block.from() + low + random.nextInt(high - low));
		}
	}

}
