package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.activation.Elementwise;
import dev.descent.engine.formula.Derivation;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.network.Architecture;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.optimizer.GradientRule;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.Step;
import dev.descent.engine.optimizer.Update;
import dev.descent.engine.training.Penalties;
import dev.descent.engine.training.TrainingPlan;
import org.jspecify.annotations.Nullable;

/**
 * One update with all that it came from: the pass over its batch, the gradient on its way
 * to the method, and what the method made of it. Every number is the one of the run, bit
 * for bit.
 */
public final class UpdateTrace {

	private final TrainingPlan plan;

	private final Network network;

	private final Kernels kernels;

	private final Penalties penalties;

	private final int epoch;

	private final int[] samples;

	private final Workspace pass;

	private final Parameters before;

	private final Parameters after;

	private final Memory memoryAfter;

	private final Made made;

	private final Parameters lossGradient;

	/** The gradient of the objective, and after each rule. */
	private final List<double[]> gradients = new ArrayList<>();

	private final double batchLoss;

	private final Update update;

	UpdateTrace(TrainingPlan plan, Kernels kernels, long step, int epoch, int[] samples, Workspace pass,
			Parameters before, Memory memory, double learningRate, Parameters after, Memory memoryAfter) {
		this.plan = plan;
		this.kernels = kernels;
		this.network = new Network(plan.architecture(), kernels);
		this.penalties = new Penalties(plan.penalties(), plan.architecture());
		this.epoch = epoch;
		this.samples = samples;
		this.pass = pass;
		this.before = before;
		this.after = after;
		this.memoryAfter = memoryAfter;
		var optimization = plan.optimization();
		this.made = new Made(step, learningRate, optimization.schedule().momentum(optimization.time(epoch, step - 1)));
		this.batchLoss = network.loss(pass, plan.loss());
		this.lossGradient = Parameters.zeros(plan.architecture());
		network.backward(before, pass, plan.loss(), lossGradient);
		var objectiveGradient = lossGradient.copy();
		penalties.addGradient(before, objectiveGradient);
		gradients.add(objectiveGradient.values());
		for (GradientRule rule : optimization.gradientRules()) {
			double[] ruled = gradients.getLast().clone();
			rule.apply(ruled, plan.seed(), step);
			gradients.add(ruled);
		}
		this.update = new Update(plan.architecture(), before.values(), after.values(), gradients.getLast(), memory,
				made, this::gradientAt);
	}

	/** What a method is given that asks for the gradient elsewhere. */
	private double[] gradientAt(double[] parameters) {
		var elsewhere = Parameters.over(plan.architecture(), parameters);
		var gradient = Parameters.zeros(plan.architecture());
		var other = pass.sameBatch(plan.architecture());
		other.dropout().draw(plan.seed(), made.number());
		network.forward(elsewhere, other);
		network.backward(elsewhere, other, plan.loss(), gradient);
		penalties.addGradient(elsewhere, gradient);
		for (GradientRule rule : plan.optimization().gradientRules()) {
			rule.apply(gradient.values(), plan.seed(), made.number());
		}
		return gradient.values();
	}

	/**
	 * Writes down how a parameter came about, from the gradient of the loss to its new
	 * value and by how much it changed.
	 */
	public void derive(Derivation derivation, int index) {
		derivation.found("w", "parameter before the update", before.values()[index])
			.found("g", "derivative of the mean loss of the batch", lossGradient.values()[index]);
		var architecture = plan.architecture();
		if (index < architecture.biasesFrom(architecture.layerOf(index))) {
			plan.penalties().forEach((penalty) -> penalty.derive(derivation));
		}
		var rules = plan.optimization().gradientRules();
		for (int r = 0; r < rules.size(); r++) {
			rules.get(r).derive(derivation, gradients.get(r), gradients.get(r + 1), index);
		}
		update.derive(plan.optimization().optimizer(), derivation, index);
		derivation.given("before", before.values()[index]).let("change", "by how much it changed", "w - before");
	}

	/** What was trained, and how. */
	public TrainingPlan plan() {
		return plan;
	}

	public Architecture architecture() {
		return plan.architecture();
	}

	/** The number of the update, from 1, the learning rate and the momentum in use. */
	public Step step() {
		return made;
	}

	/** Whole epochs that were trained before it. */
	public int epoch() {
		return epoch;
	}

	/** Which training samples the batch has; not a copy. */
	public int[] samples() {
		return samples;
	}

	/** The forward and the backward pass over the batch, before the update. */
	public Workspace pass() {
		return pass;
	}

	/** The mean loss of the batch, without penalties. */
	public double batchLoss() {
		return batchLoss;
	}

	/**
	 * What the loss of one sample is.
	 * @param sample in the batch, from 0
	 */
	public double sampleLoss(int sample) {
		return plan.loss()
			.addTo(0, kernels, column(pass.logits(), sample), column(pass.output(), sample),
					column(pass.targets(), sample), Matrix.zeros(architecture().outputs(), 1));
	}

	private static Matrix column(Matrix matrix, int column) {
		var single = Matrix.zeros(matrix.rows(), 1);
		for (int i = 0; i < matrix.rows(); i++) {
			single.values()[i] = matrix.values()[i * matrix.columns() + column];
		}
		return single;
	}

	/**
	 * The derivative of the batch's mean loss with respect to z or a of the output layer,
	 * wherever the loss is taken; shape [outputs, batch].
	 */
	public Matrix lossDerivative() {
		var derivative = Matrix.zeros(architecture().outputs(), pass.batch());
		plan.loss().gradient(pass.logits(), pass.output(), pass.targets(), derivative);
		return derivative;
	}

	/** f'(z) of a layer, shape [units, batch]; null if its activation mixes the units. */
	public @Nullable Matrix slopes(int layer) {
		if (!(architecture().layer(layer).activation() instanceof Elementwise)) {
			return null;
		}
		var slopes = Matrix.zeros(architecture().units(layer), pass.batch());
		network.slopes(layer, pass, slopes);
		return slopes;
	}

	/** The derivatives of the mean loss of the batch. */
	public Parameters lossGradient() {
		return lossGradient;
	}

	/** What the method was given: the same after noise and clipping. */
	public double[] givenGradient() {
		return gradients.getLast();
	}

	/** Parameters before the update, where the gradient was taken. */
	public Parameters before() {
		return before;
	}

	/** Parameters after it. */
	public Parameters after() {
		return after;
	}

	/** What the method remembers after it. */
	public Memory memoryAfter() {
		return memoryAfter;
	}

	/** The circumstances of the update. */
	private record Made(long number, double learningRate, double scheduled) implements Step {

		@Override
		public double momentum(double own) {
			return Double.isNaN(scheduled) ? own : scheduled;
		}

	}

}
