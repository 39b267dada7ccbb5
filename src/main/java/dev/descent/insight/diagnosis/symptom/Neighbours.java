package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	/** Among fewer samples there are no near ones. */
	private static final int FEWEST = 20;

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

	/**
	 * Accuracy, each class counting alike, or R2 over the samples; NaN where it is
	 * undefined.
	 */
	public double metric() {
		if (predicted.length < FEWEST) {
			return Double.NaN;
		}
		return classes ? recognised() : explained();
	}

	private double recognised() {
		return IntStream.range(0, predicted.length)
			.boxed()
			.collect(Collectors.groupingBy(inputs::target,
					Collectors.averagingDouble((i) -> (predicted[i] == inputs.target(i)) ? 1 : 0)))
			.values()
			.stream()
			.mapToDouble(Double::doubleValue)
			.average()
			.orElse(Double.NaN);
	}

	private double explained() {
		double[] targets = IntStream.range(0, predicted.length).mapToDouble(inputs::target).toArray();
		double mean = Arrays.stream(targets).average().orElse(Double.NaN);
		double squares = 0;
		double variation = 0;
		for (int i = 0; i < targets.length; i++) {
			squares += (predicted[i] - targets[i]) * (predicted[i] - targets[i]);
			variation += (mean - targets[i]) * (mean - targets[i]);
		}
		return 1 - squares / variation;
	}

}
