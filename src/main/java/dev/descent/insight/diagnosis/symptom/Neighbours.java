package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;

import dev.descent.dataset.Labels;
import dev.descent.training.Experiment;

/**
 * How well each sample can be told from its nearest neighbours among the others (Cover
 * and Hart, 1967, Nearest neighbor pattern classification): what can be learnt here at
 * least, whatever the network. Sample by sample, so that it can be interrupted.
 */
public final class Neighbours {

	/** Odd, so that two classes never draw; few, so that a small class has a chance. */
	private static final int NEAREST = 5;

	private final Inputs inputs;

	private final double[] normalized;

	private final boolean classes;

	private final double[] predicted;

	private int done;

	public Neighbours(Experiment experiment) {
		this.inputs = new Inputs(experiment);
		this.normalized = inputs.normalized();
		this.classes = experiment.dataset().targets() instanceof Labels;
		this.predicted = new double[inputs.count()];
	}

	public boolean finished() {
		return done == predicted.length;
	}

	/** Looks at the next sample. */
	public void advance() {
		int nearest = Math.min(NEAREST, predicted.length - 1);
		double[] distances = new double[nearest];
		double[] targets = new double[nearest];
		Arrays.fill(distances, Double.POSITIVE_INFINITY);
		for (int other = 0; other < predicted.length; other++) {
			double distance = distance(done, other);
			if (other != done && nearest > 0 && distance < distances[nearest - 1]) {
				int place = nearest - 1;
				while (place > 0 && distances[place - 1] > distance) {
					distances[place] = distances[place - 1];
					targets[place] = targets[place - 1];
					place--;
				}
				distances[place] = distance;
				targets[place] = inputs.target(other);
			}
		}
		predicted[done] = classes ? mostFrequent(targets) : Arrays.stream(targets).average().orElse(Double.NaN);
		done++;
	}

	private double distance(int one, int other) {
		int width = inputs.width();
		double sum = 0;
		for (int i = 0; i < width; i++) {
			double difference = normalized[one * width + i] - normalized[other * width + i];
			sum += difference * difference;
		}
		return sum;
	}

	/** The nearest of those that are equally frequent. */
	private static double mostFrequent(double[] targets) {
		double found = Double.NaN;
		long most = 0;
		for (double target : targets) {
			long count = Arrays.stream(targets).filter((other) -> other == target).count();
			if (count > most) {
				most = count;
				found = target;
			}
		}
		return found;
	}

	public Inputs inputs() {
		return inputs;
	}

	/** Accuracy or R2 over the samples; NaN where it is undefined. */
	public double metric() {
		double right = 0;
		double squares = 0;
		double variation = 0;
		double mean = 0;
		for (int i = 0; i < predicted.length; i++) {
			mean += inputs.target(i) / predicted.length;
		}
		for (int i = 0; i < predicted.length; i++) {
			double target = inputs.target(i);
			right += (predicted[i] == target) ? 1 : 0;
			squares += (predicted[i] - target) * (predicted[i] - target);
			variation += (target - mean) * (target - mean);
		}
		return classes ? right / predicted.length : 1 - squares / variation;
	}

}
