package dev.descent.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.dataset.DatasetShape;
import dev.descent.engine.analysis.Instrument;
import dev.descent.engine.analysis.RunMeter;
import dev.descent.engine.analysis.VitalsProbe;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.training.Samples;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What instruments record against what is worked out anew from the run itself. */
class InstrumentsTests {

	private static final TrainingJobs SERVICE = Trainings
		.service(new TrainingScheduler(1, Duration.ofMillis(20), Trainings.room(1_000_000), System::nanoTime));

	static Stream<String> jobs() {
		return Stream.of("{\"training\": {\"epochs\": 60}, %s}",
				"{\"training\": {\"epochs\": 12, \"batchSize\": 16}, %s}",
				"{\"training\": {\"epochs\": 9, \"batchSize\": 7}, \"recording\": {\"evaluateEvery\": 2, \"instruments\": \"full\"}}",
				"""
						{"dataset": {"type": "blobs", "centers": 3},
						 "network": {"hiddenLayers": [{"units": 6, "activation": {"type": "relu"}}, {"units": 4, "activation": {"type": "hard_tanh"}}]},
						 "optimizer": {"type": "adam"}, "training": {"epochs": 10, "batchSize": 32}, %s}""",
				"""
						{"regularization": {"l2": 0.1}, "gradientClipping": {"type": "norm", "maxNorm": 0.05},
						 "training": {"epochs": 10, "batchSize": 32}, %s}""", """
						{"optimizer": {"type": "lbfgs"}, "training": {"epochs": 6}, %s}""", """
						{"averaging": {"type": "ema"}, "training": {"epochs": 6, "batchSize": 16}, %s}""")
			.map((job) -> job.replace("%s", "\"recording\": {\"instruments\": \"full\"}"));
	}

	@ParameterizedTest
	@MethodSource("jobs")
	void readingsAreWhatTheRunItselfShows(String json) {
		var job = job(json);
		var series = job.instruments().series();
		var seen = Watched.run(json);
		int[] epochs = series.epochs();
		assertThat(epochs).hasSizeGreaterThan(4).startsWith(0);
		assertThat(epochs.length).isEqualTo(seen.size());
		for (int row = 0; row < epochs.length; row++) {
			seen.get(row).assertSame(epochs[row], series, row);
			seen.get(row).assertSame(job.instruments().histograms(), row);
		}
	}

	/**
	 * An evaluation, and the last update before it.
	 *
	 * @param averages whether gradients are taken elsewhere than where the parameters are
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Watched(TrainingRun run, boolean averages, int epoch, double[] start, double[] before, double[] gradient,
			double[] after, List<double[]> activations, Samples batch) {

		static List<Watched> run(String json) {
			var all = new ArrayList<Watched>();
			var experiment = Trainings.experiment(json);
			var watcher = new TrainingListener() {

				private double[] start = {};

				private double[] before = {};

				private double[] gradient = {};

				private List<double[]> activations = List.of();

				private Samples batch = new Samples(1, new double[1], new double[1]);

				@Override
				public void updating(TrainingRun run) {
					before = run.state().parameters().values().clone();
					gradient = run.gradient().values().clone();
					batch = samples(run.batch());
					activations = IntStream.range(0, run.network().architecture().depth())
						.mapToObj((l) -> run.batch().activation(l).values().clone())
						.toList();
				}

				@Override
				public void evaluated(TrainingRun run) {
					double[] now = run.state().parameters().values().clone();
					if (run.state().epoch() == 0) {
						start = now;
					}
					all.add(new Watched(run, json.contains("averaging"), run.state().epoch(), start, before, gradient,
							now, activations, batch));
				}

			};
			experiment.start(new ScalarKernels(), watcher).finish();
			return all;
		}

		private static Samples samples(Workspace workspace) {
			return new Samples(workspace.batch(), rows(workspace.input(0)), rows(workspace.targets()));
		}

		private static double[] rows(Matrix columns) {
			double[] rows = new double[columns.values().length];
			for (int i = 0; i < columns.rows(); i++) {
				for (int s = 0; s < columns.columns(); s++) {
					rows[s * columns.rows() + i] = columns.values()[i * columns.columns() + s];
				}
			}
			return rows;
		}

		void assertSame(int recordedEpoch, Instruments.Series series, int row) {
			assertThat(recordedEpoch).isEqualTo(epoch);
			var architecture = run.network().architecture();
			var loss = run.state().plan().loss();
			for (int l = 0; l < architecture.depth(); l++) {
				int from = architecture.weightsFrom(l);
				int biases = architecture.biasesFrom(l);
				int to = architecture.weightsFrom(l + 1);
				int layer = l;
				near(series, row, l, Instrument.PARAMETER_NORM, norm(after, from, to));
				near(series, row, l, Instrument.DISTANCE_FROM_START, norm(difference(after, start), from, to));
				near(series, row, l, Instrument.WEIGHT_MEAN, mean(after, from, biases));
				near(series, row, l, Instrument.WEIGHT_DEVIATION, deviation(after, from, biases));
				if (epoch == 0) {
					assertThat(Stream.of(Instrument.GRADIENT_NORM, Instrument.UPDATE_RATIO, Instrument.DEAD_SHARE,
							Instrument.GRADIENT_SIGNAL_TO_NOISE))
						.allSatisfy((instrument) -> assertThat(series.of(layer, instrument)[row]).isNaN());
					continue;
				}
				if (averages) {
					continue;
				}
				var vitals = VitalsProbe.of(run.network(), loss, Parameters.of(architecture, before), batch).get(l);
				near(series, row, l, Instrument.GRADIENT_NORM, norm(gradient, from, to));
				near(series, row, l, Instrument.UPDATE_RATIO,
						norm(difference(after, before), from, to) / norm(before, from, to));
				near(series, row, l, Instrument.DEAD_SHARE, vitals.deadShare());
				near(series, row, l, Instrument.SATURATED_SHARE, vitals.saturatedShare());
				near(series, row, l, Instrument.ACTIVATION_MEAN, vitals.activationMean());
				near(series, row, l, Instrument.ACTIVATION_DEVIATION, vitals.activationDeviation());
				near(series, row, l, Instrument.GRADIENT_SIGNAL_TO_NOISE, vitals.gradientSignalToNoise());
			}
		}

		void assertSame(Instruments.Histograms histograms, int row) {
			assertThat(histograms.epochs()[row]).isEqualTo(epoch);
			var architecture = run.network().architecture();
			for (int l = 0; l < architecture.depth(); l++) {
				assertCounts(histograms.ofWeights(l, row), after, architecture.weightsFrom(l),
						architecture.biasesFrom(l));
				if (epoch > 0) {
					assertCounts(histograms.ofActivations(l, row), activations.get(l), 0, activations.get(l).length);
				}
				else {
					assertThat(histograms.ofActivations(l, row)).containsOnly(Double.NaN);
				}
			}
		}

		private static void assertCounts(double[] histogram, double[] values, int from, int to) {
			assertThat(histogram).hasSize(RunMeter.HISTOGRAM);
			double low = IntStream.range(from, to).mapToDouble((i) -> values[i]).min().orElseThrow();
			double high = IntStream.range(from, to).mapToDouble((i) -> values[i]).max().orElseThrow();
			assertThat(histogram[0]).isEqualTo(low);
			assertThat(histogram[1]).isEqualTo(high);
			int counted = 0;
			for (int bin = 0; bin < RunMeter.BINS; bin++) {
				double end = low + (bin + 1) * (high - low) / RunMeter.BINS;
				boolean last = bin == RunMeter.BINS - 1;
				counted += (int) histogram[2 + bin];
				assertThat(counted).isBetween(count(values, from, to, end - 1e-12, last),
						count(values, from, to, end + 1e-12, last));
			}
			assertThat(counted).isEqualTo(to - from);
		}

		private static int count(double[] values, int from, int to, double end, boolean all) {
			return all ? to - from : (int) IntStream.range(from, to).filter((i) -> values[i] < end).count();
		}

		private static void near(Instruments.Series series, int row, int layer, Instrument instrument,
				double expected) {
			double reading = series.of(layer, instrument)[row];
			if (Double.isNaN(expected)) {
				assertThat(reading).as("%s of layer %d", instrument, layer).isNaN();
			}
			else {
				assertThat(reading).as("%s of layer %d, row %d", instrument, layer, row)
					.isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
			}
		}

		private static double[] difference(double[] a, double[] b) {
			return IntStream.range(0, a.length).mapToDouble((i) -> a[i] - b[i]).toArray();
		}

		private static double norm(double[] values, int from, int to) {
			return Math.sqrt(IntStream.range(from, to).mapToDouble((i) -> values[i] * values[i]).sum());
		}

		private static double mean(double[] values, int from, int to) {
			return IntStream.range(from, to).mapToDouble((i) -> values[i]).average().orElseThrow();
		}

		private static double deviation(double[] values, int from, int to) {
			double mean = mean(values, from, to);
			return Math.sqrt(IntStream.range(from, to)
				.mapToDouble((i) -> (values[i] - mean) * (values[i] - mean))
				.average()
				.orElseThrow());
		}

	}

	static Stream<String> generated() {
		return GeneratedJobs.some(60, 11).stream();
	}

	@ParameterizedTest
	@MethodSource("generated")
	void lookingOnChangesNoBit(String json) {
		var bare = job(at("none", json));
		for (String level : List.of("economy", "full")) {
			var read = job(at(level, json));
			assertThat(read.stopReason()).isEqualTo(bare.stopReason());
			assertThat(read.present().state().numbers()).containsExactly(bare.present().state().numbers());
		}
		assertThat(bare.instruments().isEmpty()).isTrue();
		assertThat(bare.instruments().bytes()).isZero();
	}

	@Test
	void economyReadsWhatIsCheap() {
		var job = job(at("economy", "{\"recording\": {\"instruments\": \"none\"}}"));
		var series = job.instruments().series();
		for (var instrument : Instrument.values()) {
			double[] readings = series.of(0, instrument);
			assertThat(Double.isNaN(readings[readings.length - 1])).as(instrument.name())
				.isNotEqualTo(instrument.isCheap());
		}
		assertThat(job.instruments().histograms().size()).isZero();
	}

	private static String at(String level, String json) {
		return json.replaceAll("(\"instruments\": )\"[a-z]+\"", "$1\"" + level + "\"");
	}

	@Test
	void longRunsAreThinned() {
		int epochs = 20_000;
		var job = job(full(Trainings.tiny(epochs)));
		var series = job.instruments().series();
		var histograms = job.instruments().histograms();
		assertThat(series.size()).isBetween(5_000, 16_500);
		assertThat(series.epochs()).contains(0, epochs).doesNotHaveDuplicates();
		assertThat(histograms.size()).isBetween(32, 65);
		assertThat(histograms.epochs()[1]).isEqualTo(histograms.stride());
		assertThat(histograms.epochs()).contains(epochs);
		assertThat(job.instruments().bytes()).isPositive()
			.isLessThanOrEqualTo(Instruments.bytes(1, epochs, true) + 1000);
		assertThat(series.of(0, Instrument.PARAMETER_NORM)).doesNotContain(Double.NaN);
	}

	@Test
	void theirMemoryIsCounted() {
		var bare = Trainings.specification("{}");
		var shape = job("{\"training\": {\"epochs\": 1}}").shape();
		long none = Trainings.WORK_LIMITS.demand(bare, shape).bytes();
		long economy = demanded("economy", shape);
		assertThat(economy).isGreaterThan(none + 1000 * 11 * Double.BYTES);
		assertThat(demanded("full", shape)).isGreaterThan(economy + 60 * 50 * Double.BYTES);
		assertThat(job(full("{\"training\": {\"epochs\": 100}}")).bytes())
			.isGreaterThan(job("{\"training\": {\"epochs\": 100}}").bytes() + 100 * 11 * Double.BYTES);
	}

	private static long demanded(String level, DatasetShape shape) {
		return Trainings.WORK_LIMITS.demand(Trainings.specification(at(level, full("{}"))), shape).bytes();
	}

	@Test
	void aForkMayBeginToRecord() {
		var bare = job("{\"training\": {\"epochs\": 20}}");
		var moment = Objects.requireNonNull(bare.checkpoints().before(new Moment.AfterEpoch(10)));
		var fork = SERVICE.fork(bare, moment, Map.of("recording", Map.of("instruments", "economy")));
		Trainings.finish(fork);
		var straight = job(at("economy", full("{\"training\": {\"epochs\": 20}}"))).instruments().series();
		var series = fork.instruments().series();
		assertThat(series.epochs()).containsExactly(IntStream.rangeClosed(11, 20).toArray());
		for (var instrument : Instrument.values()) {
			assertThat(series.of(1, instrument)).as(instrument.name())
				.containsExactly(Stream.of(straight.of(1, instrument))
					.flatMapToDouble((all) -> IntStream.rangeClosed(11, 20).mapToDouble((i) -> all[i]))
					.toArray());
		}
		var again = SERVICE.fork(fork, Objects.requireNonNull(fork.checkpoints().before(new Moment.AfterEpoch(15))),
				Map.of());
		Trainings.finish(again);
		assertThat(Readings.of(again)).isEqualTo(Readings.of(fork));
	}

	private static String full(String json) {
		String recording = "\"recording\": {\"instruments\": \"full\"}";
		return json.strip().equals("{}") ? "{" + recording + "}" : "{" + recording + ", " + json.strip().substring(1);
	}

	private static TrainingJob job(String json) {
		var job = SERVICE.submit(Trainings.specification(json));
		Trainings.finish(job);
		return job;
	}

}
