package dev.descent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.training.Optimization;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingRun;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole training runs against numbers computed with another program. */
class GoldenTests {

	private static final double LIMIT = 1e-9;

	static Stream<GoldenCase> cases() {
		return GoldenCase.supported();
	}

	@Test
	void noCaseIsLostByAccident() {
		assertThat(cases().map(GoldenCase::name)).hasSize(82)
			.contains("opt-sgd", "opt-sgd-momentum", "opt-sgd-nesterov", "opt-adam", "reg-l1-l2",
					"loss-mse-two-outputs");
	}

	@ParameterizedTest
	@MethodSource("cases")
	void lossesAndFinalParametersAgree(GoldenCase golden) {
		var losses = new ArrayList<Double>();
		var objectives = new ArrayList<Double>();
		var run = start(golden, (current) -> {
			losses.add(current.figures().trainLoss());
			objectives.add(current.figures().trainObjective());
		});

		run.finish();

		assertThat(losses.getFirst()).isCloseTo(golden.expected("lossBeforeTraining").asDouble(), relative());
		assertAgree(array(losses.subList(1, losses.size())), golden.expected("lossPerEpoch"));
		if (golden.expected("objectivePerEpoch") != null) {
			assertAgree(array(objectives.subList(1, objectives.size())), golden.expected("objectivePerEpoch"));
		}
		assertAgree(run.state().parameters().values(), golden.expected("finalParameters"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theFirstGradientAndTheFirstThreeUpdatesAgree(GoldenCase golden) {
		var descent = golden.plan();
		var plain = new TrainingPlan(descent.architecture(), descent.loss(), descent.penalties(), descent.metric(),
				Optimization.of(Sgd.PLAIN, 1), 1, descent.batchSize(), false, 0, 1, null, null);
		var first = new TrainingRun(plain, golden.samples(), null, new ScalarKernels(), golden.start(),
				TrainingListener.NONE);
		while (first.state().step() == 0) {
			first.advance(1);
		}
		assertAgree(first.gradient().values(), golden.expected("firstStepGradients"));

		var run = start(golden, TrainingListener.NONE);
		for (int step = 1; step <= golden.expected("parametersAfterUpdate").size(); step++) {
			while (run.state().step() < step) {
				run.advance(1);
			}
			assertAgree(run.state().parameters().values(), golden.expected("parametersAfterUpdate").get(step - 1));
		}
	}

	static Stream<GoldenCase> schedules() {
		return cases().filter((golden) -> !golden.json().get("schedule").isNull());
	}

	@Test
	void everyScheduleOfTheReferenceIsThere() {
		assertThat(schedules()).hasSize(15);
	}

	@ParameterizedTest
	@MethodSource("schedules")
	void theLearningRateAndTheMomentumOfEveryUpdateAgree(GoldenCase golden) {
		var perEpoch = new ArrayList<Double>();
		var perUpdate = new ArrayList<Double>();
		var momentum = new ArrayList<Double>();
		var optimization = golden.plan().optimization();
		var run = start(golden, TrainingListener.NONE);
		while (!run.finished()) {
			int epoch = run.state().epoch();
			long step = run.state().step();
			run.advance(1);
			if (run.state().step() > step) {
				perUpdate.add(run.state().learningRate());
				momentum.add(optimization.schedule().momentum(step));
				if (perEpoch.size() == epoch) {
					perEpoch.add(run.state().learningRate());
				}
			}
		}
		assertAgree(array(perEpoch), golden.expected("learningRatePerEpoch"));
		if (golden.expected("learningRatePerUpdate") != null) {
			assertAgree(array(perUpdate), golden.expected("learningRatePerUpdate"));
		}
		if (golden.expected("momentumPerUpdate") != null) {
			assertAgree(array(momentum), golden.expected("momentumPerUpdate"));
		}
	}

	private static double[] array(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

	@ParameterizedTest
	@ValueSource(strings = { "opt-lbfgs", "opt-lbfgs-single-iteration" })
	void everyEpochEvaluatesAsManyGradients(String name) {
		var golden = cases().filter((each) -> each.name().equals(name)).findFirst().orElseThrow();
		var gradients = new ArrayList<Long>();
		var run = start(golden, (current) -> gradients.add(current.state().cost().gradients()));

		run.finish();

		var perEpoch = new ArrayList<Long>();
		for (int epoch = 1; epoch < gradients.size(); epoch++) {
			perEpoch.add((gradients.get(epoch) - gradients.get(epoch - 1)) / golden.samples().count());
		}
		assertThat(perEpoch).containsExactlyElementsOf(
				golden.expected("functionEvaluationsPerEpoch").valueStream().map(JsonNode::asLong).toList());
		assertThat(run.state().cost().functions()).isZero();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theOutputsOfTheTrainedNetworkAgree(GoldenCase golden) {
		var run = start(golden, TrainingListener.NONE);
		run.finish();
		var architecture = golden.architecture();
		var rows = golden.json().get("data").get("x");
		var expected = golden.expected("finalOutputs");
		var workspace = new Workspace(architecture, expected.size());
		for (int s = 0; s < expected.size(); s++) {
			for (int i = 0; i < architecture.inputs(); i++) {
				workspace.input(0).values()[i * expected.size() + s] = rows.get(s).get(i).asDouble();
			}
		}

		new Network(architecture, new ScalarKernels()).forward(run.state().parameters(), workspace);

		var outputs = new double[expected.size() * architecture.outputs()];
		for (int s = 0; s < expected.size(); s++) {
			for (int i = 0; i < architecture.outputs(); i++) {
				outputs[s * architecture.outputs() + i] = workspace.output().values()[i * expected.size() + s];
			}
		}
		assertAgree(outputs, expected);
	}

	private static TrainingRun start(GoldenCase golden, TrainingListener listener) {
		return new TrainingRun(golden.plan(), golden.samples(), null, new ScalarKernels(), golden.start(), listener);
	}

	private static Percentage relative() {
		return Percentage.withPercentage(100 * LIMIT);
	}

	private static void assertAgree(double[] actual, JsonNode expected) {
		double[] wanted = GoldenCase.flat(expected);
		assertThat(actual).hasSameSizeAs(wanted);
		double scale = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
		double worst = 0;
		for (int i = 0; i < wanted.length; i++) {
			worst = Math.max(worst, Math.abs(actual[i] - wanted[i]));
		}
		assertThat(worst / scale).isLessThanOrEqualTo(LIMIT);
	}

}
