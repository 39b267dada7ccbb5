package dev.descent.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import dev.descent.engine.training.StopReason;
import dev.descent.engine.training.TrainingListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exclusive or with the smallest network that can learn it, 2-2-1 with sigmoids, which
 * has many starts from which a method gets stuck: from how many of 100 does it reach a
 * mean squared error of 1e-6 within 200 updates?
 */
class ExclusiveOrTests {

	private static final int STARTS = 100;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`{"type": "levenberg_marquardt"}` | 87
			`{"type": "newton"}` | 85
			`{"type": "scaled_conjugate_gradient"}` | 69
			`{"type": "conjugate_gradient"}` | 69
			`{"type": "gauss_newton"}` | 59
			`{"type": "bfgs"}` | 47
			`{"type": "lbfgs", "maxIterationsPerEpoch": 1}` | 42
			`{"type": "adam"}` | 0
			`{"type": "adam", "learningRate": 0.1}` | 0
			`{"type": "adam", "learningRate": 1}` | 0
			""")
	void itIsLearnedFromAsManyStartsAsDocumented(String optimizer, int expected) throws IOException {
		long successes = IntStream.rangeClosed(1, STARTS).filter((seed) -> isLearned(optimizer, seed)).count();
		assertThat(successes).isEqualTo(expected);
		assertThat(Files.readString(Path.of("docs/proof.md"))).contains("| `" + optimizer + "` | " + expected + " |");
	}

	private static boolean isLearned(String optimizer, int seed) {
		var run = Trainings
			.run("""
					{ "dataset": { "type": "inline", "features": [[0, 0], [0, 1], [1, 0], [1, 1]], "targets": [0, 1, 1, 0] },
					  "split": { "validationFraction": 0 },
					  "network": { "hiddenLayers": [{ "units": 2 }], "outputActivation": { "type": "sigmoid" },
					               "initializer": { "type": "xavier_uniform", "seed": %d } },
					  "loss": { "type": "mse" },
					  "optimizer": %s,
					  "training": { "epochs": 200, "targetLoss": 1e-6 } }"""
				.formatted(seed, optimizer), TrainingListener.NONE);
		run.finish();
		return run.state().stopReason() == StopReason.TARGET_REACHED;
	}

}
