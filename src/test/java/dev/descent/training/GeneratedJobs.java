package dev.descent.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import dev.descent.support.Variants;
import dev.descent.training.specification.AveragingSpecification;
import dev.descent.training.specification.GradientClippingSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.optimizer.PlainSpecification;
import dev.descent.training.specification.schedule.ScheduleSpecification;

/** Small jobs of every kind, drawn with a seed, without those that would be refused. */
final class GeneratedJobs {

	private static final List<String> OPTIMIZERS = names(OptimizerSpecification.class);

	private static final List<String> PLAIN = names(PlainSpecification.class);

	private static final List<String> SCHEDULES = names(ScheduleSpecification.class);

	private static final List<String> AVERAGES = names(AveragingSpecification.class);

	private static final List<String> CLIPPINGS = names(GradientClippingSpecification.class);

	private static final List<String> LEVELS = List.of("none", "economy", "full");

	private final SplittableRandom random;

	private GeneratedJobs(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/** Each optimizer and each schedule comes up again and again. */
	static List<String> some(int count, long seed) {
		var generator = new GeneratedJobs(seed);
		var jobs = new ArrayList<String>();
		while (jobs.size() < count) {
			String optimizer = OPTIMIZERS.get(jobs.size() % OPTIMIZERS.size());
			String job = generator.job(optimizer,
					generator.either("constant", generator.either(SCHEDULES.toArray(String[]::new))),
					4 + generator.random.nextInt(8));
			if (isAccepted(job)) {
				jobs.add(job);
			}
		}
		return jobs;
	}

	private static List<String> names(Class<?> family) {
		return Variants.of(family).stream().map(Variants::name).toList();
	}

	private static boolean isAccepted(String job) {
		var faults = new Faults();
		try {
			Trainings.specification(job).check(faults);
			return faults.none();
		}
		catch (RefusedException ex) {
			return false;
		}
	}

	private String job(String optimizer, String schedule, int epochs) {
		return """
				{"seed": %d, "dataset": {"type": "%s", "samples": %d},
				 "split": {"validationFraction": %s},
				 "network": {"hiddenLayers": [{"units": 3, "activation": {"type": "tanh"}, "dropout": %s}]},
				 "optimizer": %s, "schedule": %s, "regularization": {%s}, "averaging": %s, "gradientClipping": %s,
				 "gradientNoise": %s,
				 "training": {"epochs": %d, "batchSize": %s, "shuffle": %s, "earlyStopping": %s},
				 "recording": {"checkpoints": %d, "evaluateEvery": %d, "instruments": "%s"}}""".formatted(
				random.nextInt(1000), either("moons", "sine", "blobs"), 12 + random.nextInt(12), either("0", "0.25"),
				either("0", "0", "0.3"), optimizer(optimizer), schedule(schedule),
				either("", "", "\"l2\": 0.01", "\"maxNorm\": 1.0"), rarely(AVERAGES), rarely(CLIPPINGS),
				either("null", "null", "null", "{\"eta\": 0.01}"), epochs, either("null", "1", "4", "5", "100"),
				either("true", "true", "false"),
				either("null", "null", "{\"patience\": 2, \"minDelta\": 0.01}",
						"{\"patience\": 3, \"restoreBest\": false}"),
				2 + random.nextInt(4), 1 + random.nextInt(3), LEVELS.get(epochs % LEVELS.size()));
	}

	private String optimizer(String name) {
		return PLAIN.contains(
				name) ? "{\"type\": \"%s\"}".formatted(name)
						: (isWrapper(name)
								? "{\"type\": \"%s\", \"optimizer\": {\"type\": \"%s\"}}".formatted(name,
										PLAIN.get(random.nextInt(PLAIN.size())))
								: "{\"type\": \"%s\"}".formatted(name));
	}

	private static boolean isWrapper(String name) {
		return name.equals("lookahead") || name.equals("sam");
	}

	private String schedule(String name) {
		return name.equals("plateau") ? "{\"type\": \"plateau\", \"patience\": 1}"
				: "{\"type\": \"%s\"}".formatted(name);
	}

	private String either(String... choices) {
		return choices[random.nextInt(choices.length)];
	}

	private String rarely(List<String> names) {
		return (random.nextInt(4) == 0) ? "{\"type\": \"%s\"}".formatted(names.get(random.nextInt(names.size())))
				: "null";
	}

}
