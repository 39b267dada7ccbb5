package dev.descent.training;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.training.specification.InstrumentLevel;
import dev.descent.engine.network.Architecture;
import dev.descent.dataset.Dataset;
import dev.descent.dataset.store.DatasetStore;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import dev.descent.json.JsonBinder;
import dev.descent.json.MergePatch;
import dev.descent.limits.Departures;
import dev.descent.limits.Limits;
import dev.descent.outbound.Destinations;
import dev.descent.problem.Faults;
import dev.descent.training.specification.LearningRateRangeTestSpecification;
import dev.descent.training.specification.TrainingJobSpecification;
import jakarta.validation.Validation;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Jobs and runs for tests, as their JSON says. */
public final class Trainings {

	static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enumNamingStrategy((_, _, name) -> name.toLowerCase(Locale.ROOT))
		.build();

	/** Holds nothing; knows what each specification of a dataset stands for. */
	static final CurrentOwner ANYONE = new CurrentOwner(() -> Owner.ANYONE);

	private static final DatasetStore DATASETS = new DatasetStore(0, 0, 0, UUID::randomUUID, Clock.systemUTC(), ANYONE);

	static final Limits LIMITS = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("descent.limits",
			Limits.class);

	static final WorkLimits WORK_LIMITS = new WorkLimits(LIMITS);

	static final Amendments AMENDMENTS = new Amendments(new SpecificationPatch(MAPPER,
			new JsonBinder(MAPPER, Validation.buildDefaultValidatorFactory().getValidator())), WORK_LIMITS);

	private Trainings() {
	}

	/**
	 * A network of three parameters on four samples, so that many epochs take no time.
	 */
	static String tiny(int epochs) {
		return """
				{"dataset": {"type": "moons", "samples": 4}, "split": {"validationFraction": 0},
				 "network": {"hiddenLayers": []}, "training": {"epochs": %d}}""".formatted(epochs);
	}

	static TrainingJobSpecification specification(String json) {
		var specification = MAPPER.readValue(json, TrainingJobSpecification.class);
		var faults = new Faults();
		var resolved = specification.resolve(DATASETS.shape(specification.dataset()), faults);
		faults.throwIfAny();
		return resolved;
	}

	static Course course(String json) {
		var specification = specification(json);
		var faults = new Faults();
		var course = AMENDMENTS.course(specification, DATASETS.shape(specification.dataset()), faults);
		faults.throwIfAny();
		return course;
	}

	static TrainingJob job(String id, String json) {
		return job(id, json, InstantSource.fixed(NOW));
	}

	static TrainingJob job(String id, String json, InstantSource clock) {
		var specification = specification(json);
		return job(id, json, () -> DATASETS.dataset(specification.dataset()), clock);
	}

	static TrainingJob job(String id, String json, Supplier<Dataset> data, InstantSource clock) {
		var course = course(json);
		var beginning = Beginning.of(course, DATASETS.shape(course.inForce().dataset()), data, 100, null);
		return new TrainingJob(new TrainingJobId(id), course, beginning, new ScalarKernels(), clock, (_, _) -> {
		});
	}

	/** A test of a job as its JSON says, with all defaults. */
	static LearningRateRangeTest rangeTest(String id, String json) {
		var job = specification(json);
		return new LearningRateRangeTest(new LearningRateRangeTestId(id),
				LearningRateRangeTestSpecification.DEFAULT.withJob(job), 0, () -> DATASETS.dataset(job.dataset()),
				new ScalarKernels(), InstantSource.fixed(NOW));
	}

	static TrainingRun run(String json, TrainingListener listener) {
		return run(json, new ScalarKernels(), listener);
	}

	static TrainingRun run(String json, Kernels kernels, TrainingListener listener) {
		return experiment(json).start(kernels, listener);
	}

	/** Data and network of a job, from which any number of runs can be made. */
	public static Experiment experiment(String json) {
		var specification = specification(json);
		return new Experiment(specification, DATASETS.dataset(specification.dataset()));
	}

	/** A run from the beginning that nobody listens to. */
	public static TrainingRun run(Experiment experiment, Kernels kernels) {
		return experiment.start(kernels, (_) -> {
		});
	}

	/** Records what a job does at each evaluation. */
	public static TrainingListener recorder(Architecture architecture, InstrumentLevel level, double[] start) {
		var history = new LossHistory(Long.MAX_VALUE);
		var recorder = new InstrumentRecorder(new Instruments(architecture.depth()), () -> start);
		return new TrainingListener() {

			@Override
			public void updating(TrainingRun run) {
				recorder.updating(run, level);
			}

			@Override
			public void evaluated(TrainingRun run) {
				history.append(run);
				recorder.evaluated(run, level);
			}

		};
	}

	/** A clock that goes on by a millisecond whenever it is looked at. */
	static LongSupplier ticker() {
		var nanos = new AtomicLong();
		return () -> nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
	}

	/** Lets a supplier throw anything. */
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	static <T extends Throwable> T unchecked(Throwable failure) throws T {
		throw (T) failure;
	}

	/** Room for so many jobs, however large. */
	static Room room(int places) {
		return new Room(places, places, Long.MAX_VALUE / 2, new Departures(System::nanoTime));
	}

	/** The jobs of a service; they are advanced by the scheduler if it is started. */
	static TrainingJobs service(TrainingScheduler scheduler) {
		var clock = InstantSource.fixed(NOW);
		return new TrainingJobs(
				new SpecificationResolver(DATASETS, WORK_LIMITS, AMENDMENTS,
						new Destinations(false, InetAddress::getAllByName)),
				AMENDMENTS, WORK_LIMITS, new JobStore(Duration.ofHours(1), Long.MAX_VALUE, clock, ANYONE), scheduler,
				new ScalarKernels(), clock, (_, _) -> {
				}, ANYONE);
	}

	/** As a client would get it. */
	static String json(TrainingJobSpecification specification) {
		return MAPPER.writeValueAsString(specification);
	}

	/** A specification with some fields changed by a merge patch. */
	static TrainingJobSpecification patched(TrainingJobSpecification specification, Map<String, Object> change) {
		return MAPPER.treeToValue(MergePatch.apply(MAPPER.valueToTree(specification), MAPPER.valueToTree(change)),
				TrainingJobSpecification.class);
	}

	/** Trains a job until it ends or stands still. */
	static void advance(ExecutedJob job) {
		var ticker = ticker();
		while (job.execution().advance(TimeUnit.SECONDS.toNanos(1), ticker)) {
			// on
		}
	}

	/** Trains a job to its end. */
	static void finish(ExecutedJob job) {
		advance(job);
	}

}
