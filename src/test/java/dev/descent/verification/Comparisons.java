package dev.descent.verification;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tests of one run compared with published numbers; written at its end to where
 * the classes are packaged from.
 */
public final class Comparisons implements AutoCloseable {

	private final Map<String, VerificationCase> outcomes = new ConcurrentHashMap<>();

	/**
	 * Compares every field of a case; fails if one differs or is not compared.
	 * @param measured the engine's numbers for a field; null if there are none
	 */
	public void assertAgree(ReferenceCase reference, Function<String, double @Nullable []> measured) {
		var outcome = reference.compare(measured);
		outcomes.merge(reference.toString(), outcome, Comparisons::worse);
		assertThat(outcome.fields()).as(reference.toString())
			.allSatisfy((field) -> assertThat(field.status()).isEqualTo(VerificationStatus.VERIFIED));
	}

	/** What one test found is not undone by another. */
	private static VerificationCase worse(VerificationCase one, VerificationCase other) {
		return (one.status().compareTo(other.status()) > 0) ? one : other;
	}

	/** Every case that the references list, whether a test compared it or not. */
	VerificationReport report() {
		return new VerificationReport(
				Arrays.stream(ReferenceSuite.values()).map((suite) -> suite.report(outcomes(suite))).toList());
	}

	private List<VerificationCase> outcomes(ReferenceSuite suite) {
		return suite.cases()
			.stream()
			.map((reference) -> outcomes.getOrDefault(reference.toString(), reference.compare((_) -> null)))
			.toList();
	}

	@Override
	public void close() throws IOException {
		var type = VerificationReport.class;
		var classFile = Objects.requireNonNull(type.getResource(type.getSimpleName() + ".class"));
		Path file = Path.of(URI.create(classFile.toString())).resolveSibling(VerificationReport.FILE);
		Path unfinished = file.resolveSibling(VerificationReport.FILE + ".part");
		JsonMapper.shared().writeValue(unfinished.toFile(), report());
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
	}

}
