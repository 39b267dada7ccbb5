package dev.descent.dataset.specification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.Labels;
import dev.descent.dataset.Values;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

/** What holds for every recipe; to add one is to add a row here. */
class SyntheticTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	/**
	 * Each type with its whole default and the hash of its data for seed 42. A hash that
	 * changes means that published seeds now stand for other data.
	 */
	static Stream<Arguments> recipes() {
		String labels = ",\"labelNoise\":0.0,\"classBalance\":null,\"seed\":null}";
		return Stream.of(
				Arguments.of("moons", "{\"type\":\"moons\",\"samples\":100,\"noise\":0.2" + labels, -1093032451),
				Arguments.of("circles", "{\"type\":\"circles\",\"samples\":100,\"factor\":0.5,\"noise\":0.1" + labels,
						809949379),
				Arguments.of("rings", "{\"type\":\"rings\",\"samples\":100,\"rings\":3,\"noise\":0.04" + labels,
						2113447579),
				Arguments.of("blobs",
						"{\"type\":\"blobs\",\"samples\":100,\"centers\":3,\"spread\":0.7,\"centerBox\":4.0,"
								+ "\"noise\":0.0" + labels,
						116663560),
				Arguments.of("xor", "{\"type\":\"xor\",\"samples\":100,\"gap\":0.2,\"noise\":0.05" + labels, 453201064),
				Arguments.of("checkerboard",
						"{\"type\":\"checkerboard\",\"samples\":100,\"tiles\":3,\"noise\":0.0" + labels, -1744130831),
				Arguments.of("spiral",
						"{\"type\":\"spiral\",\"samples\":100,\"arms\":2,\"turns\":1.0,\"noise\":0.02" + labels,
						961437101),
				Arguments.of("gaussian_quantiles",
						"{\"type\":\"gaussian_quantiles\",\"samples\":100,\"classes\":3,\"noise\":0.0" + labels,
						-414221047),
				Arguments.of("linear",
						"{\"type\":\"linear\",\"samples\":100,\"features\":2,\"margin\":0.5,\"noise\":0.0" + labels,
						113648510),
				Arguments.of("plane",
						"{\"type\":\"plane\",\"samples\":100,\"slopes\":[0.5,-0.25],\"intercept\":0.0,\"range\":5.0,"
								+ "\"noise\":0.1,\"seed\":null}",
						-1548339546),
				Arguments.of("gaussian_bumps",
						"{\"type\":\"gaussian_bumps\",\"samples\":100,\"bumps\":4,\"width\":1.5,\"range\":5.0,"
								+ "\"noise\":0.02,\"seed\":null}",
						224555013),
				Arguments.of("sine",
						"{\"type\":\"sine\",\"samples\":100,\"frequency\":1.0,\"range\":3.0,\"noise\":0.05,"
								+ "\"seed\":null}",
						-93688630),
				Arguments.of("polynomial",
						"{\"type\":\"polynomial\",\"samples\":100,\"coefficients\":[0.0,-1.0,0.0,1.0],\"range\":1.5,"
								+ "\"noise\":0.05,\"seed\":null}",
						-831698296));
	}

	static Stream<String> types() {
		return recipes().map((row) -> (String) row.get()[0]);
	}

	@Test
	void noRecipeIsMissingHere() {
		var permitted = Stream.of(SyntheticClassification.class, SyntheticRegression.class)
			.flatMap((kind) -> Arrays.stream(kind.getPermittedSubclasses()))
			.map(Class::getSimpleName);
		assertThat(types().map((type) -> recipe(type, "").getClass().getSimpleName()))
			.containsExactlyInAnyOrderElementsOf(permitted.toList());
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void theTypeAloneIsARecipe(String type, String json, int hash) {
		var recipe = recipe(type, "");
		assertThat(JSON.writeValueAsString(recipe)).isEqualTo(json);
		assertThat(JSON.readValue(json, DatasetSpecification.class)).isEqualTo(recipe);
		assertThat(VALIDATOR.validate(recipe)).isEmpty();
		assertThat(recipe.withSeed(42).generate().hashCode()).isEqualTo(hash);
	}

	@ParameterizedTest
	@MethodSource("types")
	void nullMeansTheDefault(String type) {
		assertThat(recipe(type, ",\"samples\":null,\"noise\":null")).isEqualTo(recipe(type, ""));
	}

	@ParameterizedTest
	@MethodSource("types")
	void aSeedGivesTheSameBitsAndAnotherGivesOthers(String type) {
		var recipe = recipe(type, "");
		assertThat(recipe.withSeed(1).generate()).isEqualTo(recipe.withSeed(1).generate())
			.isNotEqualTo(recipe.withSeed(2).generate());
	}

	@ParameterizedTest
	@MethodSource("types")
	void aSeedOfItsOwnIsKept(String type) {
		var recipe = recipe(type, ",\"seed\":5");
		assertThat(recipe.withSeed(1)).isSameAs(recipe);
		assertThat(recipe(type, "").withSeed(5)).isEqualTo(recipe);
	}

	@ParameterizedTest
	@MethodSource("types")
	void withoutASeedNoDataAreMade(String type) {
		assertThatIllegalStateException().isThrownBy(() -> recipe(type, "").generate());
	}

	@ParameterizedTest
	@MethodSource("types")
	void theShapeIsKnownBeforehand(String type) {
		for (int samples : new int[] { 10, 11, 97, 100 }) {
			var recipe = recipe(type, ",\"samples\":" + samples).withSeed(3);
			assertThat(recipe.generate().shape()).isEqualTo(recipe.shape());
			assertThat(recipe.shape().samples()).isEqualTo(samples);
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void numbersOutOfBoundsAreRefusedEvenInfinity(String type) {
		var defaults = JSON.readTree(JSON.writeValueAsString(recipe(type, "")));
		for (var field : defaults.properties()) {
			if (field.getValue().isNumber()) {
				String name = field.getKey();
				String tooMuch = field.getValue().isInt() ? "1000000" : "1e999";
				assertThat(violations(recipe(type, ",\"" + name + "\":" + tooMuch))).containsExactly(name);
				assertThat(violations(recipe(type, ",\"" + name + "\":-1000"))).containsExactly(name);
			}
		}
	}

	private static List<String> violations(Synthetic recipe) {
		return VALIDATOR.validate(recipe).stream().map((violation) -> violation.getPropertyPath().toString()).toList();
	}

	@ParameterizedTest
	@MethodSource("types")
	void theLimitsOfSamplesAreTwoAndAHundredThousand(String type) {
		assertThat(VALIDATOR.validate(recipe(type, ",\"samples\":2"))).isEmpty();
		assertThat(VALIDATOR.validate(recipe(type, ",\"samples\":100000"))).isEmpty();
		assertThat(VALIDATOR.validate(recipe(type, ",\"samples\":1"))).hasSize(1);
		assertThat(VALIDATOR.validate(recipe(type, ",\"samples\":100001"))).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("types")
	void moreNoiseMovesTheSameSamplesFurther(String type) {
		var exact = recipe(type, ",\"noise\":0").withSeed(9).generate();
		var little = recipe(type, ",\"noise\":0.5").withSeed(9).generate();
		var much = recipe(type, ",\"noise\":1").withSeed(9).generate();
		for (int row = 0; row < exact.size(); row++) {
			double[] numbers = { number(exact, row), number(little, row), number(much, row) };
			assertThat(numbers[2] - numbers[0]).isCloseTo(2 * (numbers[1] - numbers[0]), within(1e-12));
			assertThat(numbers[1]).isNotEqualTo(numbers[0]);
		}
	}

	/** What noise is added to: the first feature, or the target of a regression. */
	private static double number(Dataset dataset, int row) {
		return (dataset.targets() instanceof Values values) ? values.value(row) : dataset.feature(row, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "moons", "circles", "xor", "checkerboard", "linear" })
	void classesHaveTheirExactShare(String type) {
		assertThat(counts(type, ",\"samples\":101")).containsExactly(51, 50);
		assertThat(counts(type, ",\"samples\":100,\"classBalance\":[3,1]")).containsExactly(75, 25);
		assertThat(counts(type, ",\"samples\":7,\"classBalance\":[0.001,1000]")).containsExactly(0, 7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rings", "blobs", "gaussian_quantiles" })
	void threeClassesHaveTheirExactShareToo(String type) {
		assertThat(counts(type, ",\"samples\":100")).containsExactly(34, 33, 33);
		assertThat(counts(type, ",\"samples\":60,\"classBalance\":[3,2,1]")).containsExactly(30, 20, 10);
	}

	@Test
	void labelNoiseReplacesTheSaidShareAndNothingElse() {
		var clean = recipe("blobs", "").withSeed(4).generate();
		var noisy = recipe("blobs", ",\"labelNoise\":0.1").withSeed(4).generate();
		var before = (Labels) clean.targets();
		var after = (Labels) noisy.targets();
		int replaced = 0;
		for (int row = 0; row < clean.size(); row++) {
			assertThat(noisy.feature(row, 1)).isEqualTo(clean.feature(row, 1));
			replaced += (before.label(row) != after.label(row)) ? 1 : 0;
		}
		assertThat(replaced).isEqualTo(10);
	}

	@Test
	void samplesComeInRandomOrder() {
		var labels = (Labels) recipe("moons", "").withSeed(4).generate().targets();
		int changes = 0;
		for (int row = 1; row < labels.size(); row++) {
			changes += (labels.label(row) != labels.label(row - 1)) ? 1 : 0;
		}
		assertThat(changes).isBetween(30, 70);
	}

	@Test
	void aBalanceThatDoesNotFitTheClassesIsAFault() {
		assertThat(faults("blobs", ",\"classBalance\":[1,2]")).containsExactly(
				new Fault("/dataset/classBalance", "must have one number for each of the 3 classes but has 2"));
		assertThat(faults("moons", ",\"samples\":10,\"classBalance\":[1,1000]"))
			.containsExactly(new Fault("/dataset/classBalance", "leaves a class without any of the 10 samples"));
		assertThat(faults("spiral", ",\"samples\":3,\"arms\":4"))
			.containsExactly(new Fault("/dataset/samples", "must be at least 4, one for each class"));
		assertThat(faults("spiral", ",\"samples\":4,\"arms\":4")).isEmpty();
		assertThat(VALIDATOR.validate(recipe("moons", ",\"classBalance\":[1,0]"))).hasSize(1);
		assertThat(VALIDATOR.validate(recipe("moons", ",\"classBalance\":[1,null]"))).hasSize(1);
	}

	private static List<Fault> faults(String type, String fields) {
		var faults = new Faults();
		((SyntheticClassification) recipe(type, fields)).check(faults.at("dataset"));
		return faults.all();
	}

	private static int[] counts(String type, String fields) {
		return ((Labels) recipe(type, fields).withSeed(8).generate().targets()).counts();
	}

	private static Synthetic recipe(String type, String fields) {
		return (Synthetic) JSON.readValue("{\"type\":\"" + type + "\"" + fields + "}", DatasetSpecification.class);
	}

}
