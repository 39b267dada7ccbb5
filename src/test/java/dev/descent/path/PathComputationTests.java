package dev.descent.path;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.descent.engine.analysis.Outcome;
import dev.descent.path.specification.OptimizerPathsSpecification;
import dev.descent.path.specification.SurfaceSpecification;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.support.Variants;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.optimizer.PlainSpecification;
import dev.descent.training.specification.optimizer.SecondOrderSpecification;
import dev.descent.training.specification.optimizer.WrapperSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathComputationTests {

	/** What a surface cannot be gone down with; all else must work. */
	private static final Map<Boolean, List<String>> REFUSED = Map.of(true, List.of("muon"), false,
			List.of("gauss_newton", "levenberg_marquardt", "muon"));

	private static final List<String> NO_SUMS = List.of("ackley", "rastrigin", "saddle");

	static List<String> surfaces() {
		return Variants.of(SurfaceSpecification.class).stream().map(Variants::name).toList();
	}

	@ParameterizedTest
	@MethodSource("surfaces")
	void everyOptimizerGoesDownEverySurfaceOrIsRefusedWithAReason(String surface) {
		var refused = new TreeSet<String>();
		for (var optimizer : Variants.of(OptimizerSpecification.class)) {
			String name = Variants.name(optimizer);
			var specification = read(
					"{\"surface\": {\"type\": \"%s\"}, \"runs\": [{\"optimizer\": %s}], \"steps\": 300}"
						.formatted(surface, withSmallRate(optimizer)));
			var faults = new Faults();
			specification.check(faults);
			if (!faults.none()) {
				assertThat(faults.all()).hasSize(1)
					.allSatisfy((fault) -> assertThat(fault.pointer()).isEqualTo("/runs/0/optimizer"))
					.extracting(Fault::detail)
					.allSatisfy((reason) -> assertThat(reason).hasSizeGreaterThan(30));
				refused.add(name);
				continue;
			}
			var path = paths(specification, 64).paths().getFirst();
			assertThat(path.outcome()).isNotEqualTo(Outcome.DIVERGED);
			assertThat(path.value()[path.last()]).as("%s on %s", name, surface).isLessThan(path.value()[0]);
		}
		assertThat(refused).containsExactlyElementsOf(REFUSED.get(!NO_SUMS.contains(surface)));
	}

	/** So small that it suits every surface. */
	private static String withSmallRate(OptimizerSpecification optimizer) {
		String rate = switch (optimizer) {
			case PlainSpecification _ -> ", \"learningRate\": 0.001";
			case WrapperSpecification _ -> ", \"optimizer\": {\"type\": \"sgd\", \"learningRate\": 0.001}";
			case SecondOrderSpecification _ -> "";
		};
		return "{\"type\": \"%s\"%s}".formatted(Variants.name(optimizer), rate);
	}

	@Test
	void wrappedMethodsAreCheckedToo() {
		assertThat(faults("""
				{"runs": [{"optimizer": {"type": "lookahead", "optimizer": {"type": "muon"}}},
				 {"optimizer": {"type": "sam", "optimizer": {"type": "adam", "weightDecay": 0.1,
				  "weightDecayOnBiases": false}}},
				 {"optimizer": {"type": "adamw", "weightDecayOnBiases": false}},
				 {"optimizer": {"type": "sgd", "weightDecayOnBiases": false}}]}""")).containsExactly(
				"/runs/0/optimizer", "/runs/1/optimizer/optimizer/weightDecayOnBiases",
				"/runs/2/optimizer/weightDecayOnBiases");
	}

	@ParameterizedTest
	@CsvSource({ "200, 1, 201, 1", "999, 1, 1000, 1", "1000, 1, 501, 2", "100000, 1, 992, 101", "1000, 20, 501, 2",
			"2000, 1000, 49, 42" })
	void longPathsAreThinnedEvenlyAndBothEndsAreKept(int steps, int count, int points, int every) {
		int runs = Math.max(1, count / 20);
		String starts = IntStream.range(0, count / runs).mapToObj((_) -> "[1, 2]").collect(Collectors.joining(", "));
		String many = IntStream.range(0, runs)
			.mapToObj((_) -> "{\"optimizer\": {\"type\": \"sgd\", \"learningRate\": 0.0001}}")
			.collect(Collectors.joining(", "));
		var specification = read("{\"starts\": [%s], \"runs\": [%s], \"steps\": %d}".formatted(starts, many, steps));
		assertThat(faults(specification)).isEmpty();
		var paths = paths(specification, 1000);
		assertThat(paths.recordedEvery()).isEqualTo(every);
		assertThat(paths.paths()).hasSize(count).allSatisfy((path) -> {
			assertThat(path.step()).hasSize(points).startsWith(0, every, 2 * every).endsWith(steps);
			assertThat(path.x()).hasSize(points);
		});
		assertThat((long) count * points).isLessThanOrEqualTo(50_000);
	}

	@Test
	void whereAPathEndsEarlyItsLastPointIsThere() {
		var path = paths(read("""
				{"runs": [{"optimizer": {"type": "newton"}}], "steps": 100000}"""), 7).paths().getFirst();
		assertThat(path.outcome()).isEqualTo(Outcome.CONVERGED);
		assertThat(path.step()).hasSize(2);
		assertThat(path.value()[1]).isLessThan(1e-12);
	}

	@Test
	void thePathIsTheSameHoweverItIsCutUp() {
		var specification = read("{\"starts\": [[0, 0], [1, -1]], \"surface\": {\"type\": \"ackley\"}}");
		var one = paths(specification, 1);
		var other = paths(specification, 1000);
		assertThat(one.paths()).hasSize(8);
		for (int i = 0; i < 8; i++) {
			assertThat(one.paths().get(i).x()).containsExactly(other.paths().get(i).x());
			assertThat(one.paths().get(i).start()).isEqualTo(i % 2);
		}
		assertThat(one.grid().value()).isDeepEqualTo(other.grid().value());
	}

	@Test
	void theDefaultRunsComeNearTheMinimumOfTheDefaultSurface() {
		var paths = paths(read("{}"), 1000);
		assertThat(paths.paths()).extracting(DescentPath::run).containsExactly("sgd", "momentum", "rmsprop", "adam");
		assertThat(paths.paths()).allSatisfy((path) -> {
			assertThat(path.outcome()).isEqualTo(Outcome.COMPLETED);
			assertThat(path.value()[path.last()]).as(path.run()).isLessThan(path.value()[0] / 2);
		});
		assertThat(paths.distanceToMinimum(paths.paths().getLast())).isLessThan(0.2);
	}

	@Test
	void theWorkOfMethodsThatTakeManyGradientsIsBounded() {
		String body = """
				{"runs": [{"optimizer": {"type": "lbfgs", "maxIterationsPerEpoch": 1000, "maxEvaluationsPerEpoch": %d}}],
				 "steps": 100000}""";
		assertThat(faults(body.formatted(10_000))).containsExactly("/steps");
		assertThat(faults(body.formatted(100))).isEmpty();
	}

	private static OptimizerPaths paths(OptimizerPathsSpecification specification, int units) {
		var computation = new PathComputation(specification.resolve());
		while (!computation.finished()) {
			computation.advance(units);
		}
		return computation.result();
	}

	private static List<String> faults(String body) {
		return faults(read(body));
	}

	private static List<String> faults(OptimizerPathsSpecification specification) {
		var faults = new Faults();
		specification.check(faults);
		return faults.all().stream().map(Fault::pointer).map(String::valueOf).toList();
	}

	private static OptimizerPathsSpecification read(String body) {
		return Variants.MAPPER.readValue(body, OptimizerPathsSpecification.class);
	}

}
