package dev.descent.engine.optimizer;

import java.util.function.UnaryOperator;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.network.Architecture;
import org.jspecify.annotations.Nullable;

/** An update that was made, for a method to tell how it came about. */
public final class Update {

	private final Architecture architecture;

	private final double[] before;

	private final double[] after;

	private final double[] gradient;

	private final Memory memory;

	private final Step step;

	private final UnaryOperator<double[]> gradientAt;

	private double @Nullable [] elsewhere;

	/**
	 * @param before parameters before it
	 * @param after parameters after it
	 * @param gradient as the method was given it
	 * @param memory what it remembered before it
	 * @param gradientAt the gradient of the same batch at other parameters
	 */
	public Update(Architecture architecture, double[] before, double[] after, double[] gradient, Memory memory,
			Step step, UnaryOperator<double[]> gradientAt) {
		this.architecture = architecture;
		this.before = before;
		this.after = after;
		this.gradient = gradient;
		this.memory = memory;
		this.step = step;
		this.gradientAt = gradientAt;
	}

	/** How one parameter came about; the last {@code w} is the new one. */
	public Derivation derive(Optimizer method, int index) {
		var derivation = new Derivation();
		derive(method, derivation, index);
		return derivation;
	}

	/** Goes on with a derivation that ends with the gradient {@code g}. */
	public void derive(Optimizer method, Derivation derivation, int index) {
		derivation.given("w", before[index])
			.given("g", gradient[index])
			.given("learningRate", step.learningRate())
			.given("t", (double) step.number());
		if (method.derivable()) {
			method.derive(derivation, this, index);
		}
		else {
			derivation.found("step", "how far the method moves it", after[index] - before[index])
				.let("w", "new parameter", "w + step");
		}
	}

	/** Seen from a wrapped method. */
	Update inner() {
		return new Update(architecture, before, after, gradient, memory.inner(), step, gradientAt);
	}

	/** The same with another gradient. */
	Update descending(double[] other) {
		return new Update(architecture, before, after, other, memory, step, gradientAt);
	}

	/** Notes what was remembered of a parameter. */
	void recall(Derivation derivation, MemoryShape shape, int index) {
		for (int i = 0; i < shape.vectors().size(); i++) {
			derivation.found(shape.vectors().get(i), "remembered", memory.vector(i)[index]);
		}
		for (int i = 0; i < shape.scalars().size(); i++) {
			derivation.found(shape.scalars().get(i), "remembered", memory.scalars()[i]);
		}
	}

	/**
	 * The gradient of the same batch at one other place, worked out when it is first
	 * asked for.
	 */
	double[] gradientAt(double[] parameters) {
		var known = elsewhere;
		if (known == null) {
			known = gradientAt.apply(parameters);
			elsewhere = known;
		}
		return known;
	}

	Architecture architecture() {
		return architecture;
	}

	double[] before() {
		return before;
	}

	double[] after() {
		return after;
	}

	double[] gradient() {
		return gradient;
	}

	Step step() {
		return step;
	}

}
