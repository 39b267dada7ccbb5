package dev.descent.engine.training;

import dev.descent.engine.loss.SmoothLoss;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Curvature;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.Objective;
import org.jspecify.annotations.Nullable;

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

	private @Nullable Curvature curvature;

	/** The workspace that the buffers of the curvature fit and were made ready for. */
	private @Nullable Workspace curved;

	/** Whether the curvature was made ready for the pass that the workspace holds. */
	private boolean curvatureReady;

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
		this.curvatureReady = false;
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

	/** The batch with its passes. */
	Workspace workspace() {
		return workspace;
	}

	/** The mean loss by the pass that the workspace holds. */
	double batchLoss() {
		return network.loss(workspace, plan.loss());
	}

	@Override
	public double value() {
		if (!valueKnown) {
			value = batchLoss() + penalties.of(parameters);
			valueKnown = true;
		}
		return value;
	}

	@Override
	public double evaluate() {
		curvatureReady = false;
		network.forward(parameters, workspace);
		cost.addFunction(workspace.batch());
		return batchLoss() + penalties.of(parameters);
	}

	@Override
	public double evaluateGradient() {
		curvatureReady = false;
		network.forward(parameters, workspace);
		valueKnown = false;
		value();
		backward();
		valueKnown = true;
		return value;
	}

	@Override
	public void hessianVector(double[] vector, double[] product) {
		SmoothLoss loss = smoothLoss();
		Curvature ready = curvature();
		if (!curvatureReady) {
			ready.begin(parameters, workspace, loss);
			curvatureReady = true;
		}
		ready.hessianVector(parameters, workspace, loss, vector, product);
		penalties.addHessianVector(vector, product);
		cost.addHessianVectors(workspace.batch());
	}

	/** Counted as one gradient for each output, since that is what it takes. */
	@Override
	public void gaussNewton(double[] matrix) {
		curvature().gaussNewton(parameters, workspace, smoothLoss(), matrix);
		penalties.addHessian(matrix);
		for (int k = 0; k < architecture().outputs(); k++) {
			cost.addGradient(workspace.batch());
		}
	}

	private SmoothLoss smoothLoss() {
		if (plan.loss() instanceof SmoothLoss smooth) {
			return smooth;
		}
		throw new IllegalStateException(plan.loss() + " has no second derivative");
	}

	/** The buffers, made only for methods that ask for curvature. */
	private Curvature curvature() {
		var present = curvature;
		if (present == null || curved != workspace) {
			present = new Curvature(network, workspace.batch());
			curvature = present;
			curved = workspace;
		}
		return present;
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
