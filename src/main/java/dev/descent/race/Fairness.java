package dev.descent.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.descent.engine.training.StopReason;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.training.specification.SeedRole;
import dev.descent.training.specification.TrainingJobSpecification;

/** Tells what was equal for all variants and what was not, from what was run. */
public final class Fairness {

	private final RaceRecord record;

	private final RaceSpecification specification;

	private final List<Condition> conditions = new ArrayList<>();

	private Fairness(RaceRecord record) {
		this.record = record;
		this.specification = record.specification();
	}

	public static List<Condition> of(RaceRecord record) {
		var fairness = new Fairness(record);
		fairness.add();
		return List.copyOf(fairness.conditions);
	}

	private void add() {
		compare("data", "the same samples",
				(job) -> List.of(job.dataset(), job.scaling(), String.valueOf(job.features())));
		compare("split", "the same samples to train on and to judge by", TrainingJobSpecification::split);
		compare("network", "the same layers",
				(job) -> List.of(job.network().hiddenLayers(), String.valueOf(job.network().outputActivation())));
		addInitialParameters();
		compare("batches", "the same samples in the same order in each batch",
				(job) -> List.of(String.valueOf(job.training().batchSize()), job.training().shuffle(), job.split()));
		compare("loss", "the same loss and penalties",
				(job) -> List.of(String.valueOf(job.loss()), job.regularization()));
		compare("gradients", "the same clipping, noise and averaging",
				(job) -> List.of(String.valueOf(job.gradientClipping()), String.valueOf(job.gradientNoise()),
						String.valueOf(job.averaging())));
		compare("epochs", "the same number of epochs and the same rules to stop",
				(job) -> List.of(job.training().epochs(), String.valueOf(job.training().earlyStopping()),
						String.valueOf(job.training().targetLoss()), job.training().timeLimit()));
		compare("evaluation", "evaluated at the same epochs", (job) -> job.recording().evaluateEvery());
		addGradientsOfAnEpoch();
		addTuning();
		addSeeds();
		addSeconds();
	}

	private void compare(String aspect, String equal, Function<TrainingJobSpecification, Object> part) {
		var first = part.apply(record.variants().getFirst().specification());
		boolean same = record.variants()
			.stream()
			.allMatch((variant) -> part.apply(variant.specification()).equals(first));
		conditions.add(new Condition(aspect, same, same ? "All variants had " + equal + "."
				: "The variants differ in it; if that is not what is compared, the race is not fair."));
	}

	/** From the runs themselves. */
	private void addInitialParameters() {
		Map<Long, Set<String>> starts = new HashMap<>();
		int known = 0;
		for (var run : record.runs()) {
			if (run.start() != null) {
				starts.computeIfAbsent(run.seed(), (_) -> new HashSet<>()).add(run.start());
				known++;
			}
		}
		if (known == 0) {
			compare("initialParameters", "the same layers and initializer, and so the same start for each seed",
					TrainingJobSpecification::network);
			return;
		}
		boolean same = starts.values().stream().allMatch((different) -> different.size() == 1);
		conditions.add(new Condition("initialParameters", same,
				same ? "The parameters of epoch 0 of %d runs were the same bits for each seed.".formatted(known)
						: "The variants start from different parameters."));
	}

	private void addGradientsOfAnEpoch() {
		var costs = record.variants()
			.stream()
			.map((variant) -> variant.entry().fitted().demand().epochWork())
			.collect(Collectors.toSet());
		boolean same = costs.size() == 1;
		conditions.add(new Condition("work", same, same ? "An epoch is about the same work for all variants."
				: "An epoch is more work for some variants than for others: compare by gradient evaluations too."));
	}

	private void addTuning() {
		var tuning = specification.tuning();
		if (tuning == null) {
			conditions.add(new Condition("learningRate", false,
					"Every variant had the learning rate that it says; whether it suits one better than another was not looked into. Ask for tuning."));
			return;
		}
		var without = record.numbers()
			.filter((v) -> record.plan().tuning().get(v).isEmpty())
			.mapToObj((v) -> record.variants().get(v).name())
			.toList();
		var atTheEdge = record.numbers()
			.filter(this::isAtTheEdge)
			.mapToObj((v) -> record.variants().get(v).name())
			.toList();
		conditions.add(new Condition("learningRate", true,
				"Every variant tried the same %d learning rates from %s to %s with %d seeds that the race did not have%s."
					.formatted(tuning.rates(), tuning.lowestRate(), tuning.highestRate(), tuning.seeds(),
							without.isEmpty() ? "" : ", save " + String.join(", ", without) + ", which have none")
						+ (atTheEdge.isEmpty() ? "" : " The best one was at an end of the range for "
								+ String.join(", ", atTheEdge) + ": a wider range might suit them better.")));
	}

	/** Whether a variant found its best rate where it could look no further. */
	private boolean isAtTheEdge(int variant) {
		var tried = record.plan().tuning().get(variant);
		if (record.tried().isEmpty() || tried.isEmpty()) {
			return false;
		}
		var entry = record.variants().get(variant).entry();
		return entry.equals(tried.getFirst().variant().entry()) || entry.equals(tried.getLast().variant().entry());
	}

	private void addSeeds() {
		String varied = specification.vary()
			.stream()
			.sorted()
			.map((role) -> role.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
		String fixed = record.variants()
			.stream()
			.anyMatch((variant) -> variant.specification().network().initialParameters() != null)
				&& specification.vary().contains(SeedRole.INITIALIZER)
						? " The initial parameters were given, whatever the seed." : "";
		conditions.add(new Condition("seeds", true, "All variants had the same %d seeds, which decide: %s.%s"
			.formatted(specification.seeds(), varied, fixed)));
	}

	private void addSeconds() {
		boolean limited = record.runs().stream().anyMatch((run) -> run.stopReason() == StopReason.TIME_LIMIT);
		conditions.add(new Condition("seconds", false, limited
				? "Some runs ended because of their time limit, so their results depend on the machine and on what else it did."
				: "Seconds depend on the machine and on what else it did; nothing is judged by them."));
	}

}
