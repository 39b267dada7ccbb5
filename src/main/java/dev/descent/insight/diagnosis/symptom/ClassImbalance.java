package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.descent.dataset.Task;
import dev.descent.training.specification.OutputLayer;
import org.springframework.stereotype.Component;

/** A class that is rare and that the network does not recognise. */
@Component
final class ClassImbalance implements Symptom {

	/** Samples of the rarest class for one of the largest. */
	private static final double RARE = 0.25;

	/** A class of which half is overlooked is not recognised. */
	private static final double RECALL = 0.5;

	@Override
	public String name() {
		return "class_imbalance";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						One class is so rare that the network is nearly always right if it never names it. If the samples of the \
						rare class count more, overlooking them is no longer cheap.""",
				"""
						The mean loss weighs classes by their frequency, so the gradient is that of the frequent class, and the \
						threshold at 1/2 lies where its prior puts it. Weights inverse to the frequencies minimise the \
						balanced risk; the outputs are then no longer calibrated to the frequencies of the data.""",
				"King and Zeng, 2001, Logistic regression in rare events data; Buda, Maki and Mazurowski, 2018, A systematic study of the class imbalance problem in convolutional neural networks");
	}

	@Override
	public Judge judge() {
		return Judge.TRAINING_METRIC;
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var recalls = examination.recalls();
		if (recalls == null) {
			return Optional.empty();
		}
		int rarest = recalls.rarest();
		int count = recalls.counts()[rarest];
		double share = (double) count / recalls.largestCount();
		double recall = recalls.recall(rarest);
		if (share > RARE || recall >= RECALL) {
			return Optional.empty();
		}
		String name = examination.experiment().shape().classes().get(rarest);
		return Optional.of(Sign.of((recall == 0) ? Severity.SEVERE : Severity.MODERATE, Confidence.LIKELY,
				String.format(Locale.ROOT,
						"Class %s has %d samples where the largest has %d, and %.0f %% of them are recognised.", name,
						count, recalls.largestCount(), 100 * recall),
				List.of(Evidence.below("share of class " + name + " that is recognised", recall, RECALL),
						Evidence.below("samples of class " + name + " for one of the largest", share, RARE)),
				Stream.of(weights(examination.experiment().output(), recalls.counts()))));
	}

	private static Remedy weights(OutputLayer output, int[] counts) {
		if (output.task() == Task.BINARY_CLASSIFICATION && output.units() == 1) {
			double weight = Remedy.rounded((double) counts[0] / Math.max(1, counts[1]));
			return new Remedy("Let samples of the second class count %s times as much.".formatted(weight),
					Map.of("loss", Map.of("type", "binary_cross_entropy", "positiveWeight", weight), "network",
							Map.of("outputActivation", "sigmoid")));
		}
		double all = Arrays.stream(counts).sum();
		var weights = Arrays.stream(counts)
			.mapToObj((count) -> Remedy.rounded(all / (counts.length * Math.max(1, count))))
			.toList();
		return new Remedy("Let samples count in inverse proportion to the size of their class.",
				Map.of("loss", Map.of("type", "categorical_cross_entropy", "classWeights", weights), "network",
						Map.of("outputActivation", "softmax")));
	}

}
