package dev.descent.race;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a race came out over the values of two factors.
 *
 * @param grids one for each combination of the other factors, the best first
 * @param left names of combinations beyond those that are shown
 */
public record StabilityMap(Factor x, Factor y, List<Grid> grids, List<String> left) {

	/** More grids are too small to be read. */
	public static final int MOST_GRIDS = 6;

	/**
	 * One combination of the other factors.
	 *
	 * @param cells shape [y][x]
	 */
	public record Grid(String name, List<List<Performance>> cells) {

		/**
		 * How many values of x, from the first on, are stable in a row: at each of them
		 * at most half of the runs diverge. Values without runs are passed over.
		 */
		public int stable(int row) {
			var cells = cells().get(row);
			return IntStream.range(0, cells.size())
				.filter((i) -> cells.get(i).diverged().share() > 0.5)
				.findFirst()
				.orElse(cells.size());
		}

	}

	public static StabilityMap of(RaceRecord record, Factors factors, Factor x, Factor y) {
		var groups = Ranked.of(record, factors.groups(List.of(x, y)), MOST_GRIDS);
		return new StabilityMap(x, y, groups.shown().stream().map((group) -> grid(record, x, y, group)).toList(),
				groups.left());
	}

	private static Grid grid(RaceRecord record, Factor x, Factor y, Factors.Group group) {
		return new Grid(group.name(), levels(y).mapToObj((row) -> {
			var across = new Factors.Group(group.name(), group.at(y, row));
			return levels(x).mapToObj((column) -> Performance.of(record, across.at(x, column))).toList();
		}).toList());
	}

	private static IntStream levels(Factor factor) {
		return IntStream.range(0, factor.levels().size());
	}

}
