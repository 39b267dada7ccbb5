package dev.descent.insight.diagnosis;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.ConflictException;
import dev.descent.problem.NotFoundException;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import org.springframework.stereotype.Component;

/**
 * Tries what diagnoses advise. The latest trial of each finding is remembered as long as
 * the job that was diagnosed.
 */
@Component
public class Trials {

	private final TrainingJobs jobs;

	private final Diagnoses diagnoses;

	private final CurrentOwner owners;

	/** Of each owner, since an example may be tried by many. */
	private final Map<TrainingJob, Map<Tried, TrainingJobId>> latest = Collections.synchronizedMap(new WeakHashMap<>());

	private record Tried(Owner owner, String finding) {
	}

	Trials(TrainingJobs jobs, Diagnoses diagnoses, CurrentOwner owners) {
		this.jobs = jobs;
		this.diagnoses = diagnoses;
		this.owners = owners;
	}

	/**
	 * The cure of a finding. It fails with {@link ConflictException} if the job does not
	 * have it, or if there is no cure for it.
	 * @throws NotFoundException if nothing is called so
	 */
	public CompletableFuture<Cure> cure(TrainingJob job, String finding) {
		diagnoses.symptom(finding);
		return diagnoses.of(job).thenApply((diagnosis) -> {
			var cure = diagnosis.finding(finding)
				.orElseThrow(() -> new ConflictException(
						"The job does not have " + finding + ", so there is nothing to try."))
				.cure();
			if (cure == null) {
				throw new ConflictException("Every change against " + finding + " would be refused for this job.");
			}
			return cure;
		});
	}

	/** Trains a job as its cure says. */
	public TrainingJob begin(TrainingJob job, String finding, Cure cure) {
		var trial = jobs.trial(job, cure.specification(), finding);
		latest.computeIfAbsent(job, (_) -> Collections.synchronizedMap(new HashMap<>()))
			.put(new Tried(owners.get(), finding), trial.id());
		return trial;
	}

	/**
	 * Whether what was advised has helped.
	 * @throws NotFoundException if nothing is called so, or it was not tried, or the
	 * trial is gone
	 */
	public CompletableFuture<TrialReport> report(TrainingJob job, String finding) {
		var symptom = diagnoses.symptom(finding);
		var id = latest.getOrDefault(job, Map.of()).get(new Tried(owners.get(), finding));
		if (id == null) {
			throw new NotFoundException("The cure of " + finding + " has not been tried for this job.");
		}
		var trial = jobs.get(id);
		if (!trial.state().isFinal() || !job.state().isFinal() || trial.checkpoints().latest() == null) {
			return CompletableFuture.completedFuture(TrialReport.pending(symptom, job, trial));
		}
		return diagnoses.of(job)
			.thenCombine(diagnoses.of(trial), (before, after) -> TrialReport.of(symptom, job, before, trial, after));
	}

}
