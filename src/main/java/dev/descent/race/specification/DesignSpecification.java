package dev.descent.race.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Which points of the axes are run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@Schema(description = "Which points of the axes are run.")
public sealed interface DesignSpecification {

	/** How many points there are. */
	long size(List<AxisSpecification> axes);

	/** The values of each point, one an axis. */
	List<List<@Nullable Object>> points(List<AxisSpecification> axes);

	@JsonTypeName("grid")
	@Schema(description = "Every value of each axis with every value of the others; the last axis moves fastest.")
	record GridSpecification() implements DesignSpecification {

		@Override
		public long size(List<AxisSpecification> axes) {
			return axes.stream().mapToLong(AxisSpecification::size).reduce(1, GridSpecification::product);
		}

		/** Without overflow. */
		private static long product(long one, long other) {
			return (Math.multiplyHigh(one, other) == 0 && one * other >= 0) ? one * other : Long.MAX_VALUE;
		}

		@Override
		public List<List<@Nullable Object>> points(List<AxisSpecification> axes) {
			List<List<@Nullable Object>> points = List.of(List.of());
			for (var axis : axes) {
				var longer = new ArrayList<List<@Nullable Object>>();
				for (var point : points) {
					for (int i = 0; i < axis.size(); i++) {
						longer.add(and(point, axis.value(i)));
					}
				}
				points = longer;
			}
			return points;
		}

	}

	@JsonTypeName("random")
	@Schema(description = """
			Points drawn independently: of ranges evenly on their scale, of values one like another (Bergstra and Bengio, \
			2012, Random search for hyper-parameter optimization).""")
	record RandomSpecification(@Min(1) @Max(2000) @Schema(description = "How many.", example = "30") Integer points,
			@Schema(description = "Seed of the choice.", example = "42") Long seed) implements DesignSpecification {

		public RandomSpecification {
			points = Objects.requireNonNullElse(points, 30);
			seed = Objects.requireNonNullElse(seed, 42L);
		}

		@Override
		public long size(List<AxisSpecification> axes) {
			return axes.isEmpty() ? 1 : points;
		}

		@Override
		public List<List<@Nullable Object>> points(List<AxisSpecification> axes) {
			return scattered(axes, points, (axis) -> {
				var random = RandomStream.of(seed, Purpose.SWEEP, axis);
				double[] shares = new double[points];
				Arrays.setAll(shares, (_) -> random.nextDouble());
				return shares;
			});
		}

	}

	@JsonTypeName("latin_hypercube")
	@Schema(description = """
			Points that fill the axes more evenly than random ones: each axis is cut into as many parts as there are \
			points, and each part has one (McKay, Beckman and Conover, 1979).""")
	record LatinHypercubeSpecification(
			@Min(1) @Max(2000) @Schema(description = "How many.", example = "30") Integer points,
			@Schema(description = "Seed of the choice.", example = "42") Long seed) implements DesignSpecification {

		public LatinHypercubeSpecification {
			points = Objects.requireNonNullElse(points, 30);
			seed = Objects.requireNonNullElse(seed, 42L);
		}

		@Override
		public long size(List<AxisSpecification> axes) {
			return axes.isEmpty() ? 1 : points;
		}

		@Override
		public List<List<@Nullable Object>> points(List<AxisSpecification> axes) {
			return scattered(axes, points, this::shares);
		}

		/** One place in each part, the parts in random order (Fisher and Yates). */
		private double[] shares(int axis) {
			var random = RandomStream.of(seed, Purpose.SWEEP, axis);
			double[] shares = new double[points];
			for (int i = 0; i < points; i++) {
				int j = random.nextInt(i + 1);
				shares[i] = shares[j];
				shares[j] = (i + random.nextDouble()) / points;
			}
			return shares;
		}

	}

	/** Where the points are along an axis. */
	@FunctionalInterface
	interface Shares {

		double[] along(int axis);

	}

	private static List<List<@Nullable Object>> scattered(List<AxisSpecification> axes, int count, Shares shares) {
		if (axes.isEmpty()) {
			return List.of(List.of());
		}
		var points = new ArrayList<List<@Nullable Object>>();
		for (int i = 0; i < count; i++) {
			points.add(List.of());
		}
		for (int a = 0; a < axes.size(); a++) {
			double[] along = shares.along(a);
			for (int i = 0; i < count; i++) {
				points.set(i, and(points.get(i), axes.get(a).valueAt(along[i])));
			}
		}
		return points;
	}

	private static List<@Nullable Object> and(List<@Nullable Object> point, @Nullable Object value) {
		var longer = new ArrayList<@Nullable Object>(point);
		longer.add(value);
		return longer;
	}

}
