package dev.descent.path.specification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.descent.engine.surface.Point;
import dev.descent.engine.surface.Surface;
import dev.descent.path.specification.ValleySpecification.RosenbrockSpecification;
import dev.descent.problem.Faults;
import dev.descent.problem.ManyFaults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Optimizers that go down a surface, each from every start. */
@Schema(description = """
		Optimizers that go down a surface, each from every start. Every field has a default, so {} is valid. The same \
		request always gives the same numbers, bit for bit.""")
public record OptimizerPathsSpecification(
		@Valid @Schema(description = "What they go down; rosenbrock if absent.") SurfaceSpecification surface,
		@Size(min = 1, max = 20) @Schema(
				description = "Points (x, y) to start from, each coordinate from -1000 to 1000. Absent or null: the usual one of the surface.",
				example = "[[-1.5, 2.0]]") @Nullable List<? extends @Nullable List<? extends @Nullable Double>> starts,
		@Size(min = 1, max = 50) @Schema(description = """
				The optimizers. If absent: sgd at 0.001, the same with momentum 0.9, rmsprop at 0.02 and adam at 0.2, \
				which suits rosenbrock.""",
				example = "[{\"optimizer\": {\"type\": \"adam\", \"learningRate\": 0.1}}]") List<@NotNull @Valid OptimizerRunSpecification> runs,
		@Min(1) @Max(100_000) @Schema(
				description = "Updates of each path; those of all paths together are at most 2,000,000.",
				example = "500") Integer steps,
		@Schema(description = "Seed of gradient noise; each path has the same noise.", example = "42") Long seed,
		@Valid SurfaceGridSpecification grid) implements SelfChecking {

	/** Updates of all paths together. */
	private static final long MOST_UPDATES = 2_000_000;

	/** Gradients of all paths together, for methods that take many in an update. */
	private static final long MOST_GRADIENTS = 20_000_000;

	private static final double LARGEST = 1000;

	public OptimizerPathsSpecification {
		surface = Objects.requireNonNullElse(surface, RosenbrockSpecification.DEFAULT);
		runs = Objects.requireNonNullElse(runs, DefaultRuns.ALL);
		steps = Objects.requireNonNullElse(steps, 500);
		seed = Objects.requireNonNullElse(seed, 42L);
		grid = Objects.requireNonNullElse(grid, SurfaceGridSpecification.DEFAULT);
	}

	@Override
	public void check(Faults faults) {
		grid.check(faults.at("grid"));
		if (starts != null) {
			checkStarts(starts, faults.at("starts"));
		}
		Surface known = faults.noneAt("surface") ? surface.surface() : null;
		Integer length = faults.noneAt("steps") ? steps : null;
		for (int i = 0; i < runs.size(); i++) {
			if (isGiven(runs.get(i))) {
				runs.get(i).check(known, length, faults.at("runs").at(i));
			}
		}
		checkNames(faults.at("runs"));
		if (faults.noneAt("steps") && faults.noneAt("runs")) {
			checkWork(faults.at("steps"));
		}
	}

	private static void checkStarts(List<? extends @Nullable List<? extends @Nullable Double>> starts, Faults faults) {
		try (var many = new ManyFaults(faults)) {
			for (int i = 0; i < starts.size(); i++) {
				var start = starts.get(i);
				if (start == null || start.size() != 2) {
					many.add(faults.at(i), "must be two numbers, x and y");
					continue;
				}
				for (int k = 0; k < 2; k++) {
					Double coordinate = start.get(k);
					if (coordinate == null || !(Math.abs(coordinate) <= LARGEST)) {
						many.add(faults.at(i).at(k), "must be a number from -1000 to 1000");
					}
				}
			}
		}
	}

	private void checkNames(Faults faults) {
		var first = new HashMap<String, Integer>();
		for (int i = 0; i < runs.size(); i++) {
			String name = isGiven(runs.get(i)) ? runs.get(i).name() : null;
			if (name != null) {
				Integer other = first.putIfAbsent(name, i);
				faults.at(i).at("name").require(other == null, "must be unlike that of run " + other);
			}
		}
	}

	/** An element of a list is checked even if it is null. */
	private static boolean isGiven(@Nullable OptimizerRunSpecification run) {
		return run != null;
	}

	private void checkWork(Faults faults) {
		long eachRun = (long) startCount() * steps;
		long updates = runs.size() * eachRun;
		long gradients = runs.stream().mapToLong(OptimizerRunSpecification::gradientsPerUpdate).sum() * eachRun;
		if (updates > MOST_UPDATES) {
			faults.add("is %d, which makes %d updates on all paths together; at most %d are allowed".formatted(steps,
					updates, MOST_UPDATES));
		}
		else {
			faults.require(gradients <= MOST_GRADIENTS, """
					is %d, in which these optimizers may take up to %d gradients on all paths together; at most %d are \
					allowed""".formatted(steps, gradients, MOST_GRADIENTS));
		}
	}

	private int startCount() {
		return (starts != null) ? starts.size() : 1;
	}

	/** How many paths there are. */
	public int pathCount() {
		return runs.size() * startCount();
	}

	/**
	 * The same with every field set: starts, names, schedules and what the grid covers.
	 */
	public OptimizerPathsSpecification resolve() {
		var known = surface.surface();
		var usual = known.start();
		return new OptimizerPathsSpecification(surface,
				(starts != null) ? starts : List.of(List.of(usual.x(), usual.y())), resolvedRuns(), steps, seed,
				grid.resolve(known.domain()));
	}

	private List<OptimizerRunSpecification> resolvedRuns() {
		Set<String> names = new HashSet<>();
		runs.forEach((run) -> {
			if (run.name() != null) {
				names.add(run.name());
			}
		});
		var resolved = new ArrayList<OptimizerRunSpecification>();
		for (var run : runs) {
			resolved.add(run.resolve((run.name() != null) ? run.name() : freeName(run.method(), names), steps));
		}
		return resolved;
	}

	/** A name that no run has yet: adam, adam 2, adam 3. */
	private static String freeName(String wanted, Set<String> taken) {
		String name = wanted;
		for (int n = 2; !taken.add(name); n++) {
			name = wanted + " " + n;
		}
		return name;
	}

	/** The starts of a resolved request. */
	public List<Point> points() {
		return Objects.requireNonNull(starts).stream().map(OptimizerPathsSpecification::point).toList();
	}

	private static Point point(@Nullable List<? extends @Nullable Double> start) {
		var given = Objects.requireNonNull(start);
		return new Point(Objects.requireNonNull(given.getFirst()), Objects.requireNonNull(given.getLast()));
	}

}
