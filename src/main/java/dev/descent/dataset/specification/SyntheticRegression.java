package dev.descent.dataset.specification;

import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Values;
import dev.descent.engine.random.RandomStream;

/**
 * A recipe whose targets are a function of the inputs, with noise added to the targets.
 * Inputs are uniform on a square.
 */
public sealed interface SyntheticRegression extends Synthetic permits Plane, GaussianBumps, Sine, Polynomial {

	Double range();

	/** The function to be learnt, with everything settled that all samples share. */
	TargetFunction targetFunction(RandomStream layout);

	/** What the target would be without noise. */
	@FunctionalInterface
	interface TargetFunction {

		double at(double[] point);

	}

	@Override
	default DatasetShape shape() {
		return DatasetShape.ofValues(samples(), featureCount());
	}

	@Override
	default Dataset generate() {
		int width = featureCount();
		double[] features = new double[samples() * width];
		double[] values = new double[samples()];
		double[] point = new double[width];
		var function = targetFunction(Draw.LAYOUT.of(this));
		var points = Draw.POINTS.of(this);
		var noise = Draw.NOISE.of(this);
		double range = range();
		double deviation = noise();
		for (int row = 0; row < values.length; row++) {
			for (int i = 0; i < width; i++) {
				point[i] = points.nextDouble(-range, range);
			}
			System.arraycopy(point, 0, features, row * width, width);
			values[row] = function.at(point) + deviation * noise.nextGaussian();
		}
		return new Dataset(shape().columns(), features, new Values(values));
	}

}
