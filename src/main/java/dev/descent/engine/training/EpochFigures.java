package dev.descent.engine.training;

import dev.descent.engine.optimizer.NumberCursor;

/**
 * Losses and metrics over all samples at one evaluated epoch; NaN where there is nothing
 * to say. Overwritten as a run goes on.
 */
public final class EpochFigures {

	private double trainLoss = Double.NaN;

	private double trainObjective = Double.NaN;

	private double trainMetric = Double.NaN;

	private double validationLoss = Double.NaN;

	private double validationMetric = Double.NaN;

	void setTraining(double loss, double objective, double metric) {
		this.trainLoss = loss;
		this.trainObjective = objective;
		this.trainMetric = metric;
	}

	void setValidation(double loss, double metric) {
		this.validationLoss = loss;
		this.validationMetric = metric;
	}

	void set(EpochFigures other) {
		setTraining(other.trainLoss, other.trainObjective, other.trainMetric);
		setValidation(other.validationLoss, other.validationMetric);
	}

	public EpochFigures copy() {
		var copy = new EpochFigures();
		copy.set(this);
		return copy;
	}

	void write(NumberCursor target) {
		target.put(trainLoss).put(trainObjective).put(trainMetric).put(validationLoss).put(validationMetric);
	}

	void read(NumberCursor source) {
		setTraining(source.get(), source.get(), source.get());
		setValidation(source.get(), source.get());
	}

	/** Whether the losses are numbers that training can go on with. */
	boolean finite(boolean withValidation) {
		return Double.isFinite(trainObjective) && (!withValidation || Double.isFinite(validationLoss));
	}

	/** The mean training loss, without penalties. */
	public double trainLoss() {
		return trainLoss;
	}

	/** The training loss with the penalties, which is what the gradient descends. */
	public double trainObjective() {
		return trainObjective;
	}

	/** The metric over the training samples; NaN where it is undefined. */
	public double trainMetric() {
		return trainMetric;
	}

	/** The mean validation loss; NaN without such a part. */
	public double validationLoss() {
		return validationLoss;
	}

	/** The metric over the validation samples; NaN without such a part. */
	public double validationMetric() {
		return validationMetric;
	}

}
