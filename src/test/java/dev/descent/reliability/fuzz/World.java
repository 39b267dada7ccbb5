package dev.descent.reliability.fuzz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.descent.support.Api;

/** What there is in the service to ask about; what was used up is made again. */
final class World {

	/** What a request is about. */
	private enum Thing {

		ENDED, PAUSED, RUNNING, DOOMED, ILL, TRIED, RACE, DOOMED_RACE, RUNNING_RACE, TEST, DOOMED_TEST, RUNNING_TEST,
		DATASET, DOOMED_DATASET

	}

	private static final Set<Thing> USED_UP = Set.of(Thing.RUNNING, Thing.DOOMED, Thing.ILL, Thing.DOOMED_RACE,
			Thing.RUNNING_RACE, Thing.DOOMED_TEST, Thing.RUNNING_TEST, Thing.DOOMED_DATASET);

	private static final String SMALL = """
			{"name": "small", "dataset": {"type": "moons", "samples": 20}, "network": {"hiddenLayers": [{"units": 3}]},
			"training": {"epochs": 10}, "recording": {"checkpoints": 4, "instruments": "full", "boundaryResolution": 5}}""";

	private static final String ENDLESS = """
			{"dataset": {"type": "moons", "samples": 10}, "training": {"epochs": 100000000, "timeLimit": "PT2S"}}""";

	/** Its learning rate does nothing: a finding with a cure. */
	private static final String ILL = """
			{"optimizer": {"type": "sgd", "learningRate": 1e-4}, "training": {"epochs": 30}}""";

	private static final String FINDING = "learning_rate_too_low";

	private static final String SMALL_RACE = "{\"seeds\": 2, \"base\": " + SMALL
			+ ", \"variants\": [{\"name\": \"sgd\"}, {\"name\": \"adam\", \"patch\": {\"optimizer\": {\"type\": \"adam\"}}}]}";

	private static final String SMALL_TEST = "{\"updates\": 20, \"job\": " + SMALL + "}";

	private final Api api;

	private final Dice dice;

	private final Map<Thing, String> ids = new EnumMap<>(Thing.class);

	World(Api api, Dice dice) {
		this.api = api;
		this.dice = dice;
	}

	/**
	 * Fills a variable of a path with something that is there.
	 * @param sure whether it must be; else what costs more to make is not always made
	 */
	String variable(Operation operation, String name, boolean sure) {
		return switch (name) {
			case "finding" -> FINDING;
			case "family" -> dice.of("optimizer", "activation", "loss", "schedule", "dataset", "initializer");
			case "type" -> dice.of("adam", "sgd", "relu", "mse", "moons", "step");
			default -> {
				var thing = thing(operation);
				String id = ids.get(thing);
				if (id == null && !sure && USED_UP.contains(thing) && dice.chance(0.6)) {
					yield "none";
				}
				if (id == null) {
					id = make(thing);
					ids.put(thing, id);
				}
				yield id;
			}
		};
	}

	/**
	 * What is no longer as it was, or no longer there, is made again when next needed.
	 */
	void answered(Operation operation, int status) {
		var thing = thing(operation);
		if (status == 404 || status == 409 || (status < 300 && USED_UP.contains(thing))) {
			ids.remove(thing);
		}
	}

	private static Thing thing(Operation operation) {
		return switch (operation.id()) {
			case "pauseTrainingJob", "cancelTrainingJob" -> Thing.RUNNING;
			case "resumeTrainingJob", "stepTrainingJob", "editWeights", "changeTrainingJob" -> Thing.PAUSED;
			case "deleteTrainingJob" -> Thing.DOOMED;
			case "deleteRace" -> Thing.DOOMED_RACE;
			case "deleteLearningRateRangeTest" -> Thing.DOOMED_TEST;
			case "deleteDataset" -> Thing.DOOMED_DATASET;
			case "tryCure" -> Thing.ILL;
			case "getTrial" -> Thing.TRIED;
			case "cancelRace" -> Thing.RUNNING_RACE;
			case "cancelLearningRateRangeTest" -> Thing.RUNNING_TEST;
			default -> {
				String path = operation.path();
				yield path.contains("/races/") ? Thing.RACE : path.contains("/learning-rate-range-tests/") ? Thing.TEST
						: path.contains("/datasets/") ? Thing.DATASET : Thing.ENDED;
			}
		};
	}

	private String make(Thing thing) {
		return switch (thing) {
			case ENDED, DOOMED -> id(Api.JOBS, SMALL, true);
			case RUNNING -> id(Api.JOBS, ENDLESS, false);
			case PAUSED -> {
				String id = id(Api.JOBS, ENDLESS, false);
				api.post(Api.JOBS + "/" + id + "/pause");
				yield id;
			}
			case ILL -> id(Api.JOBS, ILL, true);
			case TRIED -> {
				String id = id(Api.JOBS, ILL, true);
				api.post(Api.JOBS + "/" + id + "/diagnosis/" + FINDING + "/trial", new byte[0], "Prefer", "wait=5");
				yield id;
			}
			case RACE, DOOMED_RACE -> id(Api.RACES, SMALL_RACE, true);
			case RUNNING_RACE -> id(Api.RACES, "{\"seeds\": 2, \"base\": " + ENDLESS + "}", false);
			case TEST, DOOMED_TEST -> id(Api.RANGE_TESTS, SMALL_TEST, true);
			case RUNNING_TEST -> id(Api.RANGE_TESTS,
					"{\"updates\": 10000, \"job\": {\"dataset\": {\"type\": \"moons\", \"samples\": 2000}}}", false);
			case DATASET, DOOMED_DATASET -> id(Api.DATASETS, "{\"type\": \"circles\", \"samples\": 20}", true);
		};
	}

	private String id(String path, String specification, boolean ended) {
		String[] patience = ended ? new String[] { "Prefer", "wait=1" } : new String[0];
		var answer = api.postJson(path, specification, patience);
		if (answer.status() == 503 || answer.status() == 507) {
			makeRoom(api);
			answer = api.postJson(path, specification, patience);
		}
		return answer.json().path("id").asString("none");
	}

	/** Ends all that runs or stands still, and forgets the data. */
	static void makeRoom(Api api) {
		for (String jobs : List.of(Api.RACES, Api.JOBS, Api.RANGE_TESTS)) {
			api.post(jobs + "/cancel?all=true");
		}
		api.read(Api.DATASETS + "?limit=100")
			.path("datasets")
			.forEach((set) -> api.delete(Api.DATASETS + "/" + set.path("id").asString()));
	}

}
