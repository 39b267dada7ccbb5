package dev.descent.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MergePatchTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "{}; {}; {}", "{'a': 1}; {'a': 2}; {'a': 2}", "{'a': 1, 'b': 2}; {'b': 2}; {'a': null}",
					"{'a': {'b': 1, 'c': 2}}; {'a': {'b': 3, 'c': 2}}; {'a': {'b': 3}}",
					"{'a': [1, 2]}; {'a': [1]}; {'a': [1]}", "{'a': 1}; {'a': {'b': 1}}; {'a': {'b': 1}}",
					"{'o': {'type': 'x', 'k': 1}}; {'o': {'type': 'y', 'k': 1}}; {'o': {'type': 'y', 'k': 1}}",
					"{'o': {'type': 'x', 'k': 1}}; {'o': {'type': 'x', 'k': 2}}; {'o': {'k': 2}}", "{'a': 1}; 5; 5" })
	void thePatchBetweenTwoValuesMakesOneOfTheOther(String from, String to, String patch) {
		var between = MergePatch.between(json(from), json(to));
		assertThat(between).isEqualTo(json(patch));
		assertThat(MergePatch.apply(json(from), between)).isEqualTo(json(to));
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text.replace('\'', '"'));
	}

}
