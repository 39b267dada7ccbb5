package dev.descent.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.Asgd;
import dev.descent.engine.optimizer.Sgd;
import dev.descent.engine.training.Cost;
import dev.descent.engine.training.Optimization;
import dev.descent.engine.training.TrainingListener;
import dev.descent.engine.training.TrainingPlan;
import dev.descent.engine.training.TrainingRun;
import org.jspecify.annotations.Nullable;

/** A training run with known answers, made by the engine and recorded. */
final class GoldenRun {

	private static final int RECORDED_UPDATES = 3;

	private static final int RECORDED_ROWS = 5;

	private final GoldenCase golden;

	private final TrainingPlan plan;

	private final TrainingRun run;

	private final List<Double> losses = new ArrayList<>();

	private final List<Double> objectives = new ArrayList<>();

	private final List<Double> gradientEvaluations = new ArrayList<>();

	private final List<Double> learningRatePerEpoch = new ArrayList<>();

	private final List<Double> learningRatePerUpdate = new ArrayList<>();

	private final List<Double> momentumPerUpdate = new ArrayList<>();

	private final List<Double> parametersAfterUpdate = new ArrayList<>();

	private final Kernels kernels;

	GoldenRun(GoldenCase golden, Kernels kernels) {
		this.kernels = kernels;
		this.golden = golden;
		this.plan = golden.plan();
		this.run = start(golden, plan, this::evaluated);
		while (!run.finished()) {
			int epoch = run.state().epoch();
			long step = run.state().step();
			run.advance(1);
			if (run.state().step() > step) {
				updated(epoch, step);
			}
		}
	}

	private TrainingRun start(GoldenCase golden, TrainingPlan plan, TrainingListener listener) {
		return new TrainingRun(plan, golden.samples(), null, kernels, golden.start(), listener);
	}

	private void evaluated(TrainingRun current) {
		losses.add(current.figures().trainLoss());
		objectives.add(current.figures().trainObjective());
		gradientEvaluations.add(current.passes(current.state().cost().gradients()));
	}

	private void updated(int epoch, long step) {
		double learningRate = run.state().learningRate();
		learningRatePerUpdate.add(learningRate);
		if (learningRatePerEpoch.size() == epoch) {
			learningRatePerEpoch.add(learningRate);
		}
		var optimization = plan.optimization();
		momentumPerUpdate.add(optimization.schedule().momentum(optimization.perUpdate() ? step : epoch));
		if (step < RECORDED_UPDATES) {
			for (double parameter : run.state().parameters().values()) {
				parametersAfterUpdate.add(parameter);
			}
		}
	}

	/** What the reference calls by this name; null if nothing is recorded for it. */
	double @Nullable [] numbers(String field) {
		return switch (field) {
			case "lossBeforeTraining" -> array(losses.subList(0, 1));
			case "lossPerEpoch" -> array(losses.subList(1, losses.size()));
			case "objectiveBeforeTraining" -> array(objectives.subList(0, 1));
			case "objectivePerEpoch" -> array(objectives.subList(1, objectives.size()));
			case "learningRatePerEpoch" -> array(learningRatePerEpoch);
			case "learningRatePerUpdate" -> array(learningRatePerUpdate);
			case "momentumPerUpdate" -> array(momentumPerUpdate);
			case "firstStepGradients" -> firstGradient();
			case "parametersAfterUpdate" -> array(parametersAfterUpdate);
			case "finalParameters" -> run.state().parameters().values();
			case "finalAveragedParameters" -> averagedParameters();
			case "finalOutputs" -> outputs();
			case "functionEvaluationsPerEpoch" -> differences(gradientEvaluations);
			default -> null;
		};
	}

	/** The gradient that plain descent takes, which neither clips nor decays. */
	private double[] firstGradient() {
		var plain = new TrainingPlan(plan.architecture(), plan.loss(), plan.penalties(), plan.metric(),
				Optimization.of(Sgd.PLAIN, 1), 1, plan.batchSize(), false, 0, 1, null, null);
		var first = start(golden, plain, TrainingListener.NONE);
		while (first.state().step() == 0) {
			first.advance(1);
		}
		return first.gradient().values();
	}

	/**
	 * Those of a second run, whose result is the average; null if the method has none.
	 */
	private double @Nullable [] averagedParameters() {
		var optimization = plan.optimization();
		if (!(optimization.optimizer() instanceof Asgd asgd)) {
			return null;
		}
		var averaging = new Asgd(asgd.lambda(), asgd.alpha(), asgd.averageFrom(), true);
		var averaged = start(golden,
				new TrainingPlan(plan.architecture(), plan.loss(), plan.penalties(), plan.metric(),
						Optimization.of(averaging, optimization.learningRate()), plan.epochs(), plan.batchSize(), false,
						0, 1, null, null),
				TrainingListener.NONE);
		averaged.finish();
		return averaged.state().parameters().values();
	}

	/** What the trained network makes of the first rows, row by row. */
	private double[] outputs() {
		var architecture = plan.architecture();
		var rows = golden.json().get("data").get("x");
		int count = Math.min(rows.size(), RECORDED_ROWS);
		var workspace = new Workspace(architecture, count);
		for (int s = 0; s < count; s++) {
			for (int i = 0; i < architecture.inputs(); i++) {
				workspace.input(0).values()[i * count + s] = rows.get(s).get(i).asDouble();
			}
		}
		new Network(architecture, kernels).forward(run.state().parameters(), workspace);
		double[] outputs = new double[count * architecture.outputs()];
		for (int s = 0; s < count; s++) {
			for (int i = 0; i < architecture.outputs(); i++) {
				outputs[s * architecture.outputs() + i] = workspace.output().values()[i * count + s];
			}
		}
		return outputs;
	}

	/** What the method did in the whole run. */
	Cost cost() {
		return run.state().cost();
	}

	private static double[] differences(List<Double> values) {
		return IntStream.range(1, values.size()).mapToDouble((i) -> values.get(i) - values.get(i - 1)).toArray();
	}

	private static double[] array(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).toArray();
	}

}
