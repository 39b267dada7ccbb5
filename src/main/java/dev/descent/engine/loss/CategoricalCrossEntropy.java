package dev.descent.engine.loss;

import java.util.Arrays;
import java.util.List;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.formula.Expression;
import dev.descent.engine.formula.Expression.Call;
import dev.descent.engine.kernel.Elementary;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;

/**
 * {@code log sum_j e^z_j - sum_j target_j z_j} for a softmax output and one-hot targets,
 * the negative log-likelihood of the class; its derivative with respect to z is
 * {@code a - target}.
 *
 * @param labelSmoothing in [0, 1); the share of a target that is spread evenly over all
 * classes (Szegedy et al., 2016)
 * @param classWeights how much samples of each class count; empty if all count 1. The
 * mean is over the samples, not over their weights.
 */
public record CategoricalCrossEntropy(double labelSmoothing, List<Double> classWeights) implements SmoothLoss {

	/** The plain one. */
	public static final CategoricalCrossEntropy STANDARD = new CategoricalCrossEntropy(0, List.of());

	public CategoricalCrossEntropy {
		classWeights = List.copyOf(classWeights);
		if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
			throw new IllegalArgumentException("labelSmoothing must be in [0, 1) but was " + labelSmoothing);
		}
	}

	@Override
	public boolean fromLogits() {
		return true;
	}

	@Override
	public double addTo(double total, Kernels kernels, Matrix z, Matrix a, Matrix targets, Matrix scratch) {
		int batch = z.columns();
		double[] x = z.values();
		double[] t = targets.values();
		double[] shifted = scratch.values();
		for (int s = 0; s < batch; s++) {
			double max = max(x, s, batch);
			for (int i = s; i < x.length; i += batch) {
				shifted[i] = x[i] - max;
			}
		}
		kernels.exp(shifted, shifted);
		for (int s = 0; s < batch; s++) {
			double sum = 0;
			double wanted = 0;
			for (int i = s; i < x.length; i += batch) {
				sum += shifted[i];
				wanted += smoothed(t[i], z.rows()) * x[i];
			}
			total += weight(t, s, batch) * (max(x, s, batch) + Elementary.log(sum) - wanted);
		}
		return total;
	}

	private static double max(double[] x, int sample, int batch) {
		double max = x[sample];
		for (int i = sample + batch; i < x.length; i += batch) {
			max = Math.max(max, x[i]);
		}
		return max;
	}

	@Override
	public void gradient(Matrix z, Matrix a, Matrix targets, Matrix delta) {
		double[] f = a.values();
		double[] t = targets.values();
		double[] d = delta.values();
		int batch = a.columns();
		double scale = 1.0 / batch;
		for (int s = 0; s < batch; s++) {
			double weight = scale * weight(t, s, batch);
			for (int i = s; i < f.length; i += batch) {
				d[i] = weight * (f[i] - smoothed(t[i], a.rows()));
			}
		}
	}

	@Override
	public void derive(Derivation derivation, LossPoint at) {
		double max = Arrays.stream(at.z()).max().orElseThrow();
		String weight = classWeights.isEmpty() ? "" : "weight * ";
		derivation.given("weight", weight(at.y(), 0, 1))
			.found("zMax", "largest of all z, taken off so that nothing overflows", max)
			.sum("expSum", "sum over the classes", "sum(exp(z_k - zMax))",
					Arrays.stream(at.z())
						.<Expression>mapToObj((z) -> new Call("exp", List.of(Expression.difference(z, max))))
						.toList())
			.let("logSumExp", "logarithm of the sum of all e^z", "zMax + ln(expSum)");
		if (labelSmoothing > 0) {
			derivation.given("labelSmoothing", labelSmoothing)
				.let("y", "smoothed target", "y + labelSmoothing * (1 / outputs - y)");
		}
		derive(derivation, weight + "y * (logSumExp - z)", weight + "(a - y) / batch");
	}

	@Override
	public void hessianVector(Matrix z, Matrix a, Matrix targets, Matrix direction, Matrix product) {
		double[] p = a.values();
		double[] v = direction.values();
		int batch = a.columns();
		for (int s = 0; s < batch; s++) {
			double mean = 0;
			for (int i = s; i < p.length; i += batch) {
				mean += p[i] * v[i];
			}
			double weight = weight(targets.values(), s, batch);
			for (int i = s; i < p.length; i += batch) {
				product.values()[i] = weight * p[i] * (v[i] - mean);
			}
		}
	}

	@Override
	public void curvatureColumn(int k, Matrix z, Matrix a, Matrix targets, Matrix column) {
		double[] p = a.values();
		int batch = a.columns();
		for (int s = 0; s < batch; s++) {
			double root = Math.sqrt(weight(targets.values(), s, batch) * p[k * batch + s]);
			for (int i = s; i < p.length; i += batch) {
				column.values()[i] = root * (((i == k * batch + s) ? 1 : 0) - p[i]);
			}
		}
	}

	private double smoothed(double target, int classes) {
		return (labelSmoothing == 0) ? target : target + labelSmoothing * (1.0 / classes - target);
	}

	private double weight(double[] targets, int sample, int batch) {
		if (classWeights.isEmpty()) {
			return 1;
		}
		double weight = 0;
		for (int k = 0; k < classWeights.size(); k++) {
			weight += targets[k * batch + sample] * classWeights.get(k);
		}
		return weight;
	}

}
