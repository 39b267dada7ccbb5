package dev.descent.support;

import java.util.Set;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every answer to a request that cannot be served. */
public final class Problems {

	private static final Set<Integer> STATUSES = Set.of(400, 404, 405, 406, 409, 413, 415, 422);

	/** What only somebody who knows the program would recognise. */
	private static final Pattern JAVA = Pattern
		.compile("javax?\\.|jakarta\\.|dev\\.descent|com\\.fasterxml|tools\\.jackson"
				+ "|org\\.(springframework|apache|hibernate)|Exception|\\bat [a-z]+\\.[a-z]|\\[L?[a-z]+\\.|HV0"
				+ "|\\w+Specification\\b|\\b(ArrayList|LinkedHashMap|JsonNode|TargetKind|DatasetId|Boolean|Integer|Double)\\b");

	private Problems() {
	}

	/** Fails unless the answer is a problem as the API promises it. */
	public static Api.Answer isProblem(Api.Answer answer) {
		assertThat(answer.status()).as(answer.body()).isIn(STATUSES);
		assertThat(answer.mediaType()).as(answer.body()).isEqualTo("application/problem+json");
		var problem = answer.json();
		assertThat(problem.path("type").asString()).startsWith("/problems/");
		assertThat(problem.path("title").asString()).isNotBlank();
		assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
		assertThat(problem.path("detail").asString()).isNotBlank();
		assertThat(answer.body()).doesNotContainPattern(JAVA).hasSizeLessThan(100_000);
		return answer;
	}

	/** Fails unless exactly these places of the body are at fault. */
	public static Api.Answer isRefusedAt(Api.Answer answer, String... pointers) {
		isProblem(answer);
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid-request");
		assertThat(answer.pointers()).as(answer.body()).containsExactlyInAnyOrder(pointers);
		return answer;
	}

}
