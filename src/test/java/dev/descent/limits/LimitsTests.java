package dev.descent.limits;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.SimpleErrors;

import static org.assertj.core.api.Assertions.assertThat;

class LimitsTests {

	private static final long HEAP = Runtime.getRuntime().maxMemory();

	@Test
	void memoryThatIsNotSetIsAShareOfTheHeap() {
		var limits = limits(Map.of());
		long promised = limits.activeMemory().toBytes() + limits.resultMemory().toBytes()
				+ limits.datasetMemory().toBytes() + limits.answerMemory().toBytes();
		assertThat(promised).isBetween(HEAP / 20, HEAP * 8 / 10);
		assertThat(faults(limits)).isEmpty();
	}

	@Test
	void aSmallHeapHasSmallJobs() {
		var limits = limits(Map.of("active-memory", "40MB", "answer-memory", "24MB"));
		assertThat(limits.jobMemory()).isEqualTo(DataSize.ofMegabytes(40));
		assertThat(limits.checkpointMemory()).isEqualTo(DataSize.ofMegabytes(10));
		assertThat(limits.requestSize()).isEqualTo(DataSize.ofMegabytes(1));
		assertThat(faults(limits)).isEmpty();
	}

	@Test
	void whatContradictsItselfIsToldAllAtOnce() {
		var faults = faults(
				limits(Map.of("job-memory", "2MB", "active-memory", "1MB", "result-memory", "1MB", "checkpoint-memory",
						"3MB", "request-size", "1MB", "answer-memory", "1MB", "dataset-memory", "1024TB")));
		assertThat(faults).containsExactly(
				"jobMemory must not be above descent.limits.active-memory: no job could have so much",
				"jobMemory must not be above descent.limits.result-memory: what such a job found would be gone at once",
				"checkpointMemory must not be above descent.limits.job-memory: checkpoints are a part of it",
				"requestSize must not be above a 24th of descent.limits.answer-memory: to read a body takes so much",
				"active-memory, result-memory, dataset-memory and answer-memory are 1,125,899,909,988,352 bytes together, but the heap has %,d: set smaller ones, or give java more (-Xmx)"
					.formatted(HEAP));
	}

	private static Limits limits(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings.entrySet()
			.stream()
			.collect(Collectors.toMap((setting) -> "descent.limits." + setting.getKey(), Map.Entry::getValue))))
			.bindOrCreate("descent.limits", Limits.class);
	}

	private static List<String> faults(Limits limits) {
		var errors = new SimpleErrors(limits);
		limits.validate(limits, errors);
		return errors.getAllErrors()
			.stream()
			.map((error) -> ((error instanceof FieldError at) ? at.getField() + " " : "") + error.getDefaultMessage())
			.toList();
	}

}
