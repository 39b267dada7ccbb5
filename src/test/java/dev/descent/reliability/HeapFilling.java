package dev.descent.reliability;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.descent.DescentApplication;
import dev.descent.dataset.specification.Inline;
import dev.descent.dataset.store.DatasetStore;
import dev.descent.json.JsonBinder;
import dev.descent.race.Race;
import dev.descent.race.Races;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.training.Job;
import dev.descent.training.JobStore;
import dev.descent.training.LearningRateRangeTests;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;

/**
 * Fills a service with results of several shapes, one shape after another, and prints for
 * each what the stores have counted and what the heap has grown by.
 */
final class HeapFilling {

	/** What begins a line of the output that counts. */
	static final String MARK = "filled ";

	private static final String TINY = """
			{"dataset": {"type": "moons", "samples": 4}, "network": {"hiddenLayers": []}, "training": {"epochs": 10}}""";

	private final ConfigurableApplicationContext service;

	private HeapFilling(ConfigurableApplicationContext service) {
		this.service = service;
	}

	public static void main(String... arguments) throws Exception {
		try (var service = SpringApplication.run(DescentApplication.class, arguments)) {
			new HeapFilling(service).fillAll();
		}
	}

	private void fillAll() throws Exception {
		jobs("warm_up", 200, TINY);
		jobs("tiny", 8000, TINY);
		jobs("long_history", 40, TINY.replace("10", "20000"));
		jobs("checkpoints", 20, """
				{"network": {"hiddenLayers": [{"units": 64}, {"units": 64}]}, "optimizer": {"type": "adam"},
				 "training": {"epochs": 64}}""");
		jobs("inline", 10, inline(20_000, 10, true));
		jobs("instruments", 80, """
				{"network": {"hiddenLayers": [{"units": 8}, {"units": 8}]}, "training": {"epochs": 2000},
				 "recording": {"instruments": "full", "checkpoints": 2}}""");
		jobs("texts", 3000, """
				{"dataset": {"type": "moons", "samples": 4}, "training": {"epochs": 1}, "notes": "%s"}"""
			.formatted("\u20ac".repeat(10_000)));
		races();
		rangeTests();
		datasets();
	}

	private void jobs(String shape, int count, String json) throws Exception {
		var jobs = service.getBean(TrainingJobs.class);
		fill(shape, count, (_) -> end(jobs.submit(bind(json, TrainingJobSpecification.class))),
				() -> jobs.all(HeapFilling::isOurs).forEach((job) -> jobs.delete(job.id())));
	}

	private void races() throws Exception {
		var races = service.getBean(Races.class);
		fill("races", 100, (i) -> end(races.submit(bind("""
				{"base": {"training": {"epochs": 300}, "recording": {"checkpoints": 2}}, "firstSeed": %d, "seeds": 3,
				 "axes": [{"field": "optimizer.learningRate", "values": [0.1, 0.2, 0.3, 0.4]}]}""".formatted(1000 * i),
				RaceSpecification.class))), () -> races.all(HeapFilling::isOurs).forEach(this::forgetWithRuns));
	}

	/** The jobs of runs are in no list and stay when the race is gone. */
	private void forgetWithRuns(Race race) {
		service.getBean(Races.class).delete(race.id());
		race.runs().forEach((run) -> service.getBean(TrainingJobs.class).delete(requireNonNull(run.job())));
	}

	private void rangeTests() throws Exception {
		var tests = service.getBean(LearningRateRangeTests.class);
		fill("range_tests", 5000, (_) -> end(tests.submit(bind("{}", LearningRateRangeTestSpecification.class))),
				() -> tests.all(HeapFilling::isOurs).forEach((test) -> tests.delete(test.id())));
	}

	private void datasets() throws Exception {
		var store = service.getBean(DatasetStore.class);
		long before = used();
		long counted = store.bytes();
		for (boolean classes : List.of(true, false)) {
			for (int i = 0; i < 40; i++) {
				var job = bind(inline(20_000, 5, classes), TrainingJobSpecification.class);
				store.add(((Inline) job.dataset()).dataset());
			}
		}
		print("datasets", store.bytes() - counted, used() - before);
	}

	private void fill(String shape, int count, Consumer<Integer> add, Runnable empty) throws Exception {
		var store = service.getBean(JobStore.class);
		long before = used();
		long counted = store.resultBytes();
		for (int i = 0; i < count; i++) {
			add.accept(i);
		}
		print(shape, store.resultBytes() - counted, used() - before);
		empty.run();
		forgetTheLast();
	}

	/** What a worker had in hand last may be held until it has something else. */
	private void forgetTheLast() {
		var jobs = service.getBean(TrainingJobs.class);
		for (int i = 0; i < 8; i++) {
			end(jobs.submit(bind(TINY, TrainingJobSpecification.class)));
		}
		jobs.all(HeapFilling::isOurs).forEach((job) -> jobs.delete(job.id()));
	}

	/** Examples are made again as soon as they are deleted. */
	private static boolean isOurs(Job job) {
		return !job.id().isExample();
	}

	private static void print(String shape, long counted, long grown) {
		System.out.println(MARK + shape + " " + counted + " " + grown);
	}

	private static void end(Job job) {
		try {
			var _ = job.lifeCycle().finished().get(60, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		if (job.stopReason() == null) {
			throw new IllegalStateException("not ended");
		}
	}

	private <T> T bind(String json, Class<T> type) {
		return type.cast(service.getBean(JsonBinder.class)
			.bind(JsonMapper.shared().readTree(json), service.getBean(JsonMapper.class).constructType(type)));
	}

	/** A job with data of its own. */
	private static String inline(int rows, int width, boolean classes) {
		var random = new Random(1);
		var features = IntStream.range(0, rows)
			.mapToObj((_) -> DoubleStream.generate(random::nextDouble)
				.limit(width)
				.mapToObj((value) -> String.format(Locale.ROOT, "%.5f", value))
				.collect(Collectors.joining(",", "[", "]")))
			.collect(Collectors.joining(","));
		var targets = IntStream.range(0, rows)
			.mapToObj((i) -> classes ? "\"class " + i % 3 + "\"" : i + ".5")
			.collect(Collectors.joining(","));
		return """
				{"dataset": {"type": "inline", "features": [%s], "targets": [%s]}, "network": {"hiddenLayers": []},
				 "training": {"epochs": 1}}""".formatted(features, targets);
	}

	/** What the heap holds that is still needed, as soon as it is the same twice. */
	private static long used() throws InterruptedException {
		long used = Long.MAX_VALUE;
		for (long before = 0; Math.abs(used - before) > 100_000;) {
			before = used;
			System.gc();
			Thread.sleep(200);
			System.gc();
			used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		}
		return used;
	}

}
