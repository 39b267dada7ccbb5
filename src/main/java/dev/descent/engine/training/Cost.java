package dev.descent.engine.training;

import dev.descent.engine.optimizer.NumberCursor;

/**
 * What a run's method has evaluated so far, counted in samples, so that methods that do
 * different things in an update can be compared. Evaluations that only watch the run do
 * not count.
 */
public final class Cost {

	private long gradients;

	private long functions;

	private long hessianVectors;

	/** Counts a gradient of so many samples. */
	public void addGradient(int samples) {
		gradients += samples;
	}

	/** Counts an objective of so many samples. */
	public void addFunction(int samples) {
		functions += samples;
	}

	/** Counts a product of the Hessian of so many samples. */
	public void addHessianVectors(long samples) {
		hessianVectors += samples;
	}

	void set(Cost other) {
		gradients = other.gradients;
		functions = other.functions;
		hessianVectors = other.hessianVectors;
	}

	void write(NumberCursor target) {
		target.put((double) gradients).put((double) functions).put((double) hessianVectors);
	}

	void read(NumberCursor source) {
		gradients = (long) source.get();
		functions = (long) source.get();
		hessianVectors = (long) source.get();
	}

	/** Samples for which the gradient was evaluated, and the objective with it. */
	public long gradients() {
		return gradients;
	}

	/** Samples for which the objective alone was evaluated. */
	public long functions() {
		return functions;
	}

	/** Samples for which a product of the Hessian with a vector was evaluated. */
	public long hessianVectors() {
		return hessianVectors;
	}

}
