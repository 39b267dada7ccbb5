package dev.descent.engine.training;

import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.Objective;

/** The mean loss of one batch after another, plus the penalties. */
final class BatchObjective implements Objective {

	private final TrainingPlan plan;

	private final Network network;

	private final Penalties penalties;

	private final Parameters parameters;

	private final Parameters gradient;

	private final Cost cost;

	private Workspace workspace;

	private long step;

	private double value;

	private boolean valueKnown;

	BatchObjective(TrainingPlan plan, Network network, Penalties penalties, TrainingState state, Workspace workspace) {
		this.penalties = penalties;
		this.plan = plan;
		this.network = network;
		this.parameters = state.parameters;
		this.gradient = Parameters.zeros(plan.architecture());
		this.cost = state.cost;
		this.workspace = workspace;
	}

	/**
	 * Turns to the batch of the next update and evaluates its gradient.
	 * @param forwardDone whether the workspace holds the pass of the present parameters
	 */
	void begin(Workspace batch, long step, boolean forwardDone) {
		this.workspace = batch;
		this.step = step;
		workspace.dropout().draw(plan.seed(), step);
		if (!forwardDone) {
			network.forward(parameters, workspace);
		}
		backward();
	}

	@Override
	public Architecture architecture() {
		return plan.architecture();
	}

	@Override
	public double[] parameters() {
		return parameters.values();
	}

	@Override
	public double[] gradient() {
		return gradient.values();
	}

	/** The gradient with its views. */
	Parameters gradientParameters() {
		return gradient;
	}

	@Override
	public double value() {
		if (!valueKnown) {
			value = network.loss(workspace, plan.loss()) + penalties.of(parameters);
			valueKnown = true;
		}
		return value;
	}

	@Override
	public double evaluate() {
		network.forward(parameters, workspace);
		cost.addFunction(workspace.batch());
		return network.loss(workspace, plan.loss()) + penalties.of(parameters);
	}

	@Override
	public double evaluateGradient() {
		network.forward(parameters, workspace);
		valueKnown = false;
		value();
		backward();
		valueKnown = true;
		return value;
	}

	private void backward() {
		network.backward(parameters, workspace, plan.loss(), gradient);
		penalties.addGradient(parameters, gradient);
		for (int r = 0; r < plan.optimization().gradientRules().size(); r++) {
			GradientRule rule = plan.optimization().gradientRules().get(r);
			rule.apply(gradient.values(), plan.seed(), step);
		}
		cost.addGradient(workspace.batch());
		valueKnown = false;
	}

}
