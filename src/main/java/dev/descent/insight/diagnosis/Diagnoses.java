package dev.descent.insight.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.engine.kernel.Kernels;
import dev.descent.insight.diagnosis.ExaminationComputation.Subject;
import dev.descent.insight.diagnosis.symptom.Curve;
import dev.descent.insight.diagnosis.symptom.Examination;
import dev.descent.insight.diagnosis.symptom.Remedy;
import dev.descent.insight.diagnosis.symptom.Symptom;
import dev.descent.limits.Limits;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.problem.Suggestion;
import dev.descent.training.Computations;
import dev.descent.training.TrainingJob;
import dev.descent.training.Variations;
import dev.descent.training.specification.TrainingJobSpecification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what is wrong with runs, in turn with the jobs that are trained. */
@Component
public class Diagnoses {

	/** Of the moments that were kept, so many are looked at, evenly chosen. */
	private static final int MOST_MOMENTS = 8;

	private final List<Symptom> symptoms;

	private final Variations variations;

	private final Computations computations;

	private final Kernels kernels;

	private final Limits limits;

	/** What was seen, and the job as it was asked for then. */
	private record Case(TrainingJob job, TrainingJobSpecification inForce, TrainingJobSpecification document) {
	}

	Diagnoses(List<Symptom> symptoms, Variations variations, Computations computations, Kernels kernels,
			Limits limits) {
		this.symptoms = symptoms;
		this.variations = variations;
		this.computations = computations;
		this.kernels = kernels;
		this.limits = limits;
	}

	/**
	 * What is wrong with a run as far as it has come.
	 * @throws dev.descent.problem.ConflictException if it has recorded nothing yet
	 */
	public CompletableFuture<Diagnosis> of(TrainingJob job) {
		var result = job.present();
		var kept = Stream
			.concat(job.moments().stream().filter((moment) -> moment.step() < result.step()), Stream.of(result))
			.toList();
		int[] training = result.experiment().split().training();
		int parameters = result.experiment().architecture().parameterCount();
		int count = Math.clamp(limits.analysisWork() / MOST_MOMENTS / parameters, 1, training.length);
		int[] rows = IntStream.range(0, count)
			.map((i) -> training[(int) ((long) i * training.length / count)])
			.toArray();
		int looks = Math.min(MOST_MOMENTS, kept.size());
		var moments = IntStream.range(0, looks)
			.mapToObj((i) -> kept.get((looks == 1) ? 0 : i * (kept.size() - 1) / (looks - 1)))
			.toList();
		var seen = new Case(job, job.specification(), job.document());
		var subject = new Subject(seen.inForce(), job.stopReason(), Curve.of(job.history().curve()), moments, result,
				rows);
		return computations
			.submit("examination of the " + job.id().described(), new ExaminationComputation(subject, kernels))
			.thenApply((examination) -> new Diagnosis(examination, findings(seen, examination)));
	}

	private List<Finding> findings(Case seen, Examination examination) {
		var found = symptoms.stream()
			.flatMap((symptom) -> symptom.in(examination)
				.map((sign) -> new Finding(symptom.name(), sign.severity(), sign.confidence(), sign.statement(),
						sign.evidence(), symptom.explanation(), cure(seen, symptom.name(), sign.remedies())))
				.stream())
			.sorted(Finding.BY_WEIGHT)
			.toList();
		var names = found.stream().map(Finding::name).collect(Collectors.toSet());
		return found.stream()
			.filter((finding) -> symptom(finding.name()).causes().stream().noneMatch(names::contains))
			.toList();
	}

	/** The first remedy that the service would accept. */
	private @Nullable Cure cure(Case seen, String finding, List<Remedy> remedies) {
		return remedies.stream().flatMap((remedy) -> cure(seen, finding, remedy).stream()).findFirst().orElse(null);
	}

	private Optional<Cure> cure(Case seen, String finding, Remedy remedy) {
		try {
			var named = new LinkedHashMap<String, @Nullable Object>(remedy.change());
			named.put("name", "cure of " + finding);
			var varied = variations.of(seen.job(), seen.inForce(), named);
			return Optional.of(new Cure(remedy.does(), variations.patch(seen.document(), varied), varied));
		}
		catch (RefusedException _) {
			return Optional.empty();
		}
	}

	/**
	 * What is called so, whether a run has it or not.
	 * @throws NotFoundException if nothing is
	 */
	public Symptom symptom(String name) {
		return symptoms.stream()
			.filter((symptom) -> symptom.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NotFoundException(String.format(Locale.ROOT, "There is no finding '%s'; %s.", name,
					Suggestion.among(name, symptoms.stream().map(Symptom::name).toList()))));
	}

}
