package dev.descent.reliability.fuzz;

import java.util.EnumMap;
import java.util.EnumSet;
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

	/** Of which there are many sorts, so that they are exchanged from time to time. */
	private static final Set<Thing> VARIED = Set.of(Thing.ENDED, Thing.RACE, Thing.TEST, Thing.DATASET);

	private static final String FINDING = "learning_rate_too_low";

	private final Api api;

	private final Dice dice;

	private final Map<Thing, String> ids = new EnumMap<>(Thing.class);

	private final Set<Thing> made = EnumSet.noneOf(Thing.class);

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
				if (VARIED.contains(thing) && dice.chance(0.02)) {
					ids.remove(thing);
				}
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
			case ENDED -> id(Api.JOBS, sort(thing, Specimens.JOBS), true);
			case DOOMED -> id(Api.JOBS, Specimens.JOB, true);
			case RUNNING -> id(Api.JOBS, Specimens.ENDLESS, false);
			case PAUSED -> {
				String id = id(Api.JOBS, Specimens.ENDLESS, false);
				api.post(Api.JOBS + "/" + id + "/pause");
				yield id;
			}
			case ILL -> id(Api.JOBS, Specimens.ILL, true);
			case TRIED -> {
				String id = id(Api.JOBS, Specimens.ILL, true);
				api.post(Api.JOBS + "/" + id + "/diagnosis/" + FINDING + "/trial", new byte[0], "Prefer", "wait=1");
				yield id;
			}
			case RACE -> id(Api.RACES, sort(thing, Specimens.RACES), true);
			case DOOMED_RACE -> id(Api.RACES, Specimens.RACE, true);
			case RUNNING_RACE -> id(Api.RACES, Specimens.ENDLESS_RACE, false);
			case TEST, DOOMED_TEST -> id(Api.RANGE_TESTS, Specimens.TEST, true);
			case RUNNING_TEST -> id(Api.RANGE_TESTS, Specimens.ENDLESS_TEST, false);
			case DATASET -> id(Api.DATASETS, sort(thing, Specimens.DATASETS), true);
			case DOOMED_DATASET -> id(Api.DATASETS, Specimens.DATA, true);
		};
	}

	/** The plain sort first. */
	private String sort(Thing thing, List<String> sorts) {
		return made.add(thing) ? sorts.getFirst() : dice.of(sorts);
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
