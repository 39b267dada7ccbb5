package dev.descent.insight.diagnosis.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.descent.dataset.Task;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.training.specification.OutputLayer;
import dev.descent.training.specification.activation.ActivationSpecification;
import dev.descent.training.specification.loss.ErrorLoss;
import dev.descent.training.specification.loss.LossSpecification;
import org.springframework.stereotype.Component;

/**
 * A loss and an output that do not go together, or an output that cannot say the targets.
 */
@Component
final class LossOutputMismatch implements Symptom {

	/** Where an activation is looked at to see what it can say. */
	private static final double FAR = 1e6;

	/** What an activation says far out, if it goes on rising there. */
	private static final double UNBOUNDED = 1000;

	/** Few targets that lie outside may be outliers. */
	private static final double OUTSIDE = 0.02;

	@Override
	public String name() {
		return "loss_output_mismatch";
	}

	@Override
	public Explanation explanation() {
		return new Explanation(
				"""
						The loss and the output of the network do not fit each other: a network that is surely wrong hears nothing \
						of it, or it cannot say what is asked for. The usual pairs are cross-entropy with sigmoid or softmax for \
						classes, and a squared error with a plain output for numbers.""",
				"""
						The squared error of a sigmoid or softmax has the derivative (a - y) f'(z), which vanishes where the unit \
						is saturated on the wrong side; cross-entropy, the matching loss, has a - y. A bounded output cannot \
						reach targets outside its range, whatever its weights.""",
				"Solla, Levin and Fleisher, 1988, Accelerated learning in layered neural networks; Bishop, 1995, Neural networks for pattern recognition, chapter 6");
	}

	@Override
	public Optional<Sign> in(Examination examination) {
		var output = examination.experiment().output();
		return (output.task() == Task.REGRESSION) ? range(examination, output) : classes(examination, output);
	}

	private static Optional<Sign> classes(Examination examination, OutputLayer output) {
		if (!(output.loss() instanceof ErrorLoss)) {
			return Optional.empty();
		}
		boolean two = output.task() == Task.BINARY_CLASSIFICATION && output.units() == 1;
		String activation = two ? "sigmoid" : "softmax";
		String loss = two ? "binary_cross_entropy" : "categorical_cross_entropy";
		var remedy = new Remedy("Use %s with a %s output.".formatted(loss, activation),
				Map.of("loss", Map.of("type", loss), "network", Map.of("outputActivation", activation)));
		return Optional.of(Sign.of(examination.unlessLearnt(Severity.MODERATE), Confidence.CERTAIN,
				"The loss is %s, made for numbers, but the targets are classes.".formatted(name(output.loss())),
				List.of(Evidence.above("targets that are classes, as a share of all", 1, 0)), Stream.of(remedy)));
	}

	private static String name(LossSpecification loss) {
		return loss.getClass().getAnnotation(JsonTypeName.class).value();
	}

	private static Optional<Sign> range(Examination examination, OutputLayer output) {
		double[] said = said(output.activation(), examination.kernels());
		double low = Arrays.stream(said).min().orElseThrow();
		double high = Arrays.stream(said).max().orElseThrow();
		var inputs = examination.inputs();
		double outside = IntStream.range(0, inputs.count())
			.mapToDouble(inputs::target)
			.filter((target) -> (target < low && low > -UNBOUNDED) || (target > high && high < UNBOUNDED))
			.count() / (double) inputs.count();
		if (outside <= OUTSIDE) {
			return Optional.empty();
		}
		return Optional.of(Sign.of(examination.unlessLearnt(Severity.SEVERE), Confidence.CERTAIN,
				String.format(Locale.ROOT, "A %s output lies between %.3g and %.3g, but %.0f %% of the targets do not.",
						output.activation().name(), low, high, 100 * outside),
				List.of(Evidence.above("share of the targets that the output cannot reach", outside, OUTSIDE)),
				Stream.of(new Remedy("Use an identity output.",
						Map.of("network", Map.of("outputActivation", "identity"))))));
	}

	/** What an activation says over a wide range. */
	private static double[] said(ActivationSpecification activation, Kernels kernels) {
		double[] z = DoubleStream
			.concat(DoubleStream.of(-FAR, FAR), DoubleStream.iterate(-50, (x) -> x <= 50, (x) -> x + 0.25))
			.toArray();
		var from = Matrix.rowMajor(z, 0, 1, z.length);
		var to = Matrix.zeros(1, z.length);
		activation.activation().forward(kernels, from, to);
		return to.values();
	}

}
