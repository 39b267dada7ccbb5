package dev.descent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Something that is drawn in a panel. Arrays are shared and must not be changed. */
public sealed interface Mark {

	/** What it stands for, in the legend; empty if it needs no entry. */
	String name();

	/**
	 * Points; of very many, every second, third and so on is shown.
	 *
	 * @param tint number of the colour
	 * @param filled whether the points are filled rather than rings
	 * @param shades by which they are coloured in place of the tint; null for none
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Scatter(String name, double[] x, double[] y, int tint, boolean filled,
			@Nullable Shades shades) implements Mark {

		/** More of them are but a blot. */
		private static final int MOST = 5000;

		public Scatter {
			name = Names.tidy(name, Names.NAME);
			int every = Math.ceilDiv(x.length, MOST);
			if (every > 1) {
				x = thinned(x, every);
				y = thinned(y, every);
				shades = (shades != null) ? new Shades(thinned(shades.values(), every), shades.scale()) : null;
			}
		}

		private static double[] thinned(double[] values, int every) {
			double[] thinned = new double[Math.ceilDiv(values.length, every)];
			Arrays.setAll(thinned, (i) -> values[i * every]);
			return thinned;
		}

	}

	/** Values on a scale, one for each point. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Shades(double[] values, ColorScale scale) {
	}

	/**
	 * A line through points, with gaps where a number is not finite.
	 *
	 * @param tint number of the colour
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Line(String name, double[] x, double[] y, int tint, boolean dashed) implements Mark {
		public Line {
			name = Names.tidy(name, Names.NAME);
		}

	}

	/**
	 * A translucent area between two lines, with gaps where a number is not finite.
	 *
	 * @param x ascending
	 * @param tint number of the colour
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Band(String name, double[] x, double[] low, double[] high, int tint) implements Mark {

		static final float OPACITY = 0.22f;

		public Band {
			name = Names.tidy(name, Names.NAME);
		}

		/** Its parts between gaps that have an area, which is from two points on. */
		List<Band> stretches(Panel panel, Style style) {
			var stretches = new ArrayList<Band>();
			int from = 0;
			for (int i = 0; i <= x.length; i++) {
				if (i < x.length && panel.x().shows(x[i], style) && panel.y().shows(low[i], style)
						&& panel.y().shows(high[i], style)) {
					continue;
				}
				if (i - from > 1) {
					stretches.add(new Band(name, Arrays.copyOfRange(x, from, i), Arrays.copyOfRange(low, from, i),
							Arrays.copyOfRange(high, from, i), tint));
				}
				from = i + 1;
			}
			return stretches;
		}

	}

	/**
	 * The way of something over a plane, with its beginning and its end.
	 *
	 * @param heights above the plane, where the panel has a surface
	 * @param tint number of the colour
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Path(String name, double[] x, double[] y, double[] heights, int tint) implements Mark {
		public Path {
			name = Names.tidy(name, Names.NAME);
		}

	}

	/**
	 * A value at each point of a grid, as a colour.
	 *
	 * @param values shape [y][x]
	 * @param level a line is drawn where this value is; null for none
	 * @param numbered whether each value is written, for small tables of counts
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record HeatMap(String name, double[] x, double[] y, double[][] values, ColorScale scale, @Nullable Double level,
			boolean numbered) implements Mark {
		public HeatMap {
			name = Names.tidy(name, Names.NAME);
		}

	}

	/**
	 * A class at each point of a grid.
	 *
	 * @param classes shape [y][x], numbers of names and of tints
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Regions(String name, double[] x, double[] y, int[][] classes, List<String> names) implements Mark {
		public Regions {
			name = Names.tidy(name, Names.NAME);
			names = Names.tidy(names, Names.NAME);
		}

	}

	/**
	 * A height above each point of a grid: drawn from above with contour lines, or in
	 * three dimensions, as the reader wants.
	 *
	 * @param heights shape [y][x]
	 * @param spacing of the heights
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Surface(String name, double[] x, double[] y, double[][] heights, Axis.Spacing spacing) implements Mark {
		public Surface {
			name = Names.tidy(name, Names.NAME);
		}

		/** In three dimensions only what has an extent in all of them. */
		boolean isSeenInSpace(Style style) {
			return style.view() == Style.View.SURFACE && x.length > 1 && y.length > 1;
		}

		boolean isLogarithmic(Style style) {
			return new Axis(name, spacing, List.of()).isLogarithmic(style);
		}

	}

	/**
	 * Bars.
	 *
	 * @param edges where they begin and end, one more than heights
	 * @param tint number of the colour
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Bars(String name, double[] edges, double[] heights, int tint) implements Mark {
		public Bars {
			name = Names.tidy(name, Names.NAME);
		}

		double[] centers() {
			double[] centers = new double[heights.length];
			Arrays.setAll(centers, (i) -> (edges[i] + edges[i + 1]) / 2);
			return centers;
		}

	}

}
