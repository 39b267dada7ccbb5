package dev.descent.training;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Many callers at once steer one job, each as chance will have it. */
@HttpTest
class ConcurrentVerbsTests {

	private static final int CALLERS = 6;

	private static final int CALLS = 40;

	private static final String JOB = """
			{"network": {"hiddenLayers": [{"units": 3, "activation": "tanh", "dropout": 0.2}]},
			 "optimizer": {"type": "adam"}, "training": {"epochs": 40000, "batchSize": 30}}""";

	private static final String FORK = """
			{"network": {"hiddenLayers": [{"units": 8, "activation": "tanh", "dropout": 0.2}]},
			 "training": {"epochs": 40000, "batchSize": 30}}""";

	@Autowired
	private Api api;

	@AfterEach
	void clear() {
		api.cancelAll();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void theJobNeverLeavesTheTableAndLosesNothing(long seed) throws Exception {
		assertNothingIsLost(Api.path(api.submit(JOB)), seed);
	}

	@ParameterizedTest
	@ValueSource(longs = { 6, 7, 8 })
	void norDoesAForkFromItsFirstMomentOn(long seed) throws Exception {
		var fork = api.postJson(Api.JOBS + "/example/fork?epoch=500", FORK);
		assertThat(fork.status()).isEqualTo(202);
		assertNothingIsLost(Api.path(fork.json()), seed);
	}

	private void assertNothingIsLost(String job, long seed) throws Exception {
		var changes = new AtomicInteger();
		var verbs = new AtomicInteger();
		try (var callers = Executors.newFixedThreadPool(CALLERS)) {
			var all = new ArrayList<Callable<Void>>();
			for (int i = 0; i < CALLERS; i++) {
				var random = new SplittableRandom(CALLERS * seed + i);
				all.add(() -> {
					for (int call = 0; call < CALLS; call++) {
						int status = call(job, random, changes);
						assertThat(status).isIn(200, 409);
						verbs.addAndGet((status == 200) ? 1 : 0);
					}
					return null;
				});
			}
			for (var caller : callers.invokeAll(all)) {
				caller.get();
			}
		}
		api.post(job + "/resume");
		var ended = ended(job);

		assertThat(verbs.get()).isGreaterThan(CALLERS);
		assertLegal(ended.path("transitions"));
		var amendments = ended.at("/specification/amendments");
		assertThat(amendments.valueStream().filter((a) -> a.at("/change/optimizer").isObject()).count()
				+ amendments.valueStream().filter((a) -> !a.path("weights").isEmpty()).count())
			.isEqualTo(changes.get());
		var again = api.train(api.read(job + "/document").toString());
		assertThat(again.at("/specification/amendments")).isEqualTo(amendments);
		assertThat(api.result(again, "weights")).isEqualTo(api.read(job + "/weights"));
		assertThat(api.result(again, "loss-history")).isEqualTo(api.read(job + "/loss-history"));
	}

	private int call(String job, SplittableRandom random, AtomicInteger changes) {
		return switch (random.nextInt(8)) {
			case 0, 1 -> api.post(job + "/pause").status();
			case 2, 3 -> api.post(job + "/resume").status();
			case 4 -> api.post(job + "/step?updates=" + (1 + random.nextInt(500))).status();
			case 5 -> api.post(job + "/step?epochs=" + (1 + random.nextInt(100))).status();
			case 6 -> changed(patch(job, "{\"optimizer\": {\"learningRate\": %s}}".formatted(random.nextDouble(0.01))),
					changes);
			default -> changed(patch(job + "/weights", """
					{"weights": [{"layer": 0, "unit": %d, "input": null, "value": %s}]}""".formatted(random.nextInt(3),
					random.nextDouble())), changes);
		};
	}

	private int patch(String path, String json) {
		return api.send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json").status();
	}

	private static int changed(int status, AtomicInteger changes) {
		changes.addAndGet((status == 200) ? 1 : 0);
		return status;
	}

	private static void assertLegal(JsonNode transitions) {
		var states = transitions.valueStream().map((at) -> JobState.valueOf(upper(at))).toList();
		assertThat(states.getFirst()).isEqualTo(JobState.QUEUED);
		for (int i = 1; i < states.size(); i++) {
			assertThat(states.get(i - 1).next()).contains(states.get(i));
		}
		assertThat(states.getLast()).isEqualTo(JobState.SUCCEEDED);
		assertThat(states.subList(0, states.size() - 1)).isNotEmpty().allMatch((state) -> !state.isFinal());
	}

	private static String upper(JsonNode transition) {
		return transition.path("state").asString().toUpperCase(Locale.ROOT);
	}

	private JsonNode ended(String job) {
		while (true) {
			var now = api.read(job);
			if (List.of("succeeded", "failed", "diverged").contains(now.path("state").asString())) {
				return now;
			}
			if (now.path("state").asString().equals("paused")) {
				api.post(job + "/resume");
			}
		}
	}

}
