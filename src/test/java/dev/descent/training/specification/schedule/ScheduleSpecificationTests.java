package dev.descent.training.specification.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleSpecificationTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enumNamingStrategy((_, _, name) -> name.toLowerCase(Locale.ROOT))
		.build();

	static Stream<String> types() {
		return variants(ScheduleSpecification.class).map((type) -> type.getAnnotation(JsonTypeName.class).value());
	}

	private static Stream<Class<?>> variants(Class<?> type) {
		return type.isSealed()
				? Arrays.stream(type.getPermittedSubclasses()).flatMap(ScheduleSpecificationTests::variants)
				: Stream.of(type);
	}

	@Test
	void allAreThere() {
		assertThat(types()).containsExactlyInAnyOrder("constant", "step", "multi_step", "exponential", "inverse_time",
				"polynomial", "linear", "cosine", "cosine_restarts", "cyclic", "one_cycle", "reduce_on_plateau",
				"warmup_stable_decay", "warmup");
	}

	@ParameterizedTest
	@MethodSource("types")
	void aTypeAloneFitsTrainingsOfEveryLength(String type) {
		for (long horizon : new long[] { 1, 2, 3, 4, 5, 10, 1000, Lengths.MOST }) {
			var resolved = read("{\"type\": \"%s\"}".formatted(type)).resolve(0.5, horizon);
			assertThat(faults(resolved)).isEmpty();
			assertThat(resolved.resolve(0.1, 7)).as("what is resolved stays").isEqualTo(resolved);
			var rule = resolved.rule();
			double[] memory = new double[rule.memory()];
			for (long time : new long[] { 0, 1, horizon / 2, horizon - 1, horizon, 3 * horizon }) {
				assertThat(rule.learningRate(0.5, time, memory)).isBetween(0.0, 0.5);
			}
			assertThat(rule.learningRate(0.5, 0, memory)).isPositive();
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void everythingButAWarmUpMayBeWarmedUp(String type) {
		if (!type.equals("warmup")) {
			var resolved = read(
					"{\"type\": \"warmup\", \"steps\": 4, \"schedule\": {\"type\": \"%s\"}}".formatted(type))
				.resolve(0.5, 100);
			var alone = read("{\"type\": \"%s\"}".formatted(type)).resolve(0.5, 96);
			assertThat(((WarmupSpecification) resolved).schedule()).isEqualTo(alone);
			assertThat(resolved.stepPer()).isEqualTo(alone.stepPer());
			double[] memory = new double[5];
			double first = alone.rule().learningRate(0.5, 0, memory);
			assertThat(resolved.rule().learningRate(0.5, 1, memory)).isEqualTo(first / 2);
			assertThat(resolved.rule().learningRate(0.5, 4, memory)).isEqualTo(first);
			assertThat(resolved.rule().learningRate(0.5, 50, memory))
				.isEqualTo(alone.rule().learningRate(0.5, 46, memory));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"type": "step"}                                    | {"stepSize": 333}
					{"type": "multi_step"}                              | {"milestones": [500, 750]}
					{"type": "polynomial"}                              | {"totalIterations": 1000}
					{"type": "linear"}                                  | {"totalIterations": 1000}
					{"type": "cosine"}                                  | {"tMax": 1000}
					{"type": "cosine", "tMax": 7}                       | {"tMax": 7}
					{"type": "cosine_restarts"}                         | {"t0": 143}
					{"type": "cosine_restarts", "tMult": 1}             | {"t0": 333}
					{"type": "cyclic"}                                  | {"stepSizeUp": 100, "stepSizeDown": 100, "maxLearningRate": 0.4, "baseLearningRate": 0.1}
					{"type": "cyclic", "stepSizeUp": 3}                 | {"stepSizeUp": 3, "stepSizeDown": 3}
					{"type": "one_cycle"}                               | {"totalSteps": 1000, "maxLearningRate": 0.4}
					{"type": "warmup_stable_decay"}                     | {"warmupSteps": 50, "decaySteps": 100, "totalSteps": 1000}
					{"type": "warmup_stable_decay", "totalSteps": 100}  | {"warmupSteps": 5, "decaySteps": 10, "totalSteps": 100}
					{"type": "warmup"}                                  | {"steps": 50}
					""")
	void lengthsThatAreAbsentFollowFromTheTraining(String given, String resolved) {
		var echo = MAPPER.valueToTree(read(given).resolve(0.4, 1000));
		MAPPER.readTree(resolved)
			.forEachEntry((field, value) -> assertThat(echo.path(field).toString()).isEqualTo(value.toString()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"type": "multi_step", "milestones": [3, 2, 2, 5]}                              | /milestones/1 /milestones/2
					{"type": "cyclic", "baseLearningRate": 0.5, "maxLearningRate": 0.5}             | /baseLearningRate
					{"type": "cyclic", "baseLearningRate": 0.4}                                     | /baseLearningRate
					{"type": "cyclic", "baseMomentum": 0.91}                                        | /baseMomentum
					{"type": "one_cycle", "baseMomentum": 0.9, "maxMomentum": 0.8}                  | /baseMomentum
					{"type": "one_cycle", "threePhase": true, "pctStart": 0.6}                      | /pctStart
					{"type": "warmup_stable_decay", "totalSteps": 10, "warmupSteps": 5, "decaySteps": 6} | /totalSteps
					{"type": "warmup_stable_decay", "decaySteps": 1001}                             | /totalSteps
					{"type": "warmup", "schedule": {"type": "one_cycle", "threePhase": true, "pctStart": 0.6}} | /schedule/pctStart
					{"type": "warmup", "schedule": {"type": "cyclic", "baseLearningRate": 0.4}}     | /schedule/baseLearningRate
					""")
	void whatDoesNotFitTogetherIsNoted(String given, String pointers) {
		assertThat(faults(read(given).resolve(0.4, 1000))).containsExactly(pointers.split(" "));
	}

	private static ScheduleSpecification read(String json) {
		return MAPPER.readValue(json, ScheduleSpecification.class);
	}

	private static List<String> faults(ScheduleSpecification schedule) {
		var faults = new Faults();
		if (schedule instanceof SelfChecking checking) {
			checking.check(faults);
		}
		return faults.all().stream().map((fault) -> String.valueOf(fault.pointer())).toList();
	}

}
