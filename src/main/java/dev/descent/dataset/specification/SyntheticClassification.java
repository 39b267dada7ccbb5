package dev.descent.dataset.specification;

import java.util.Arrays;
import java.util.List;

import dev.descent.dataset.Apportionment;
import dev.descent.dataset.Dataset;
import dev.descent.dataset.DatasetShape;
import dev.descent.dataset.Labels;
import dev.descent.engine.random.RandomStream;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import org.jspecify.annotations.Nullable;

/**
 * A recipe whose targets are classes, named by their numbers from 0. Every class has its
 * exact share of the samples, which come in random order; then noise is added to the
 * inputs, and some labels are replaced.
 */
public sealed interface SyntheticClassification extends Synthetic, SelfChecking
		permits Moons, Circles, Rings, Blobs, Xor, Checkerboard, Spiral, GaussianQuantiles, Linear {

	Double labelNoise();

	@Nullable List<Double> classBalance();

	int classCount();

	/** The formula, with everything settled that all samples share. */
	Placement placement(RandomStream layout);

	/** Where the samples of each class lie. */
	@FunctionalInterface
	interface Placement {

		/**
		 * Writes the features of a sample, without noise, into {@code point}.
		 * @param index of the sample among those of its class, from 0
		 * @param count of the samples of this class
		 */
		void place(int label, int index, int count, RandomStream random, double[] point);

	}

	@Override
	default int featureCount() {
		return 2;
	}

	@Override
	default DatasetShape shape() {
		return DatasetShape.ofClasses(samples(), featureCount(), classCount());
	}

	@Override
	default void check(Faults faults) {
		if (!faults.noneBesides(SHAPELESS) || !faults.noneAt("classBalance")) {
			return;
		}
		var balance = classBalance();
		if (balance != null && balance.size() != classCount()) {
			faults.at("classBalance")
				.add("must have one number for each of the " + classCount() + " classes but has " + balance.size());
		}
		else if (samples() < classCount()) {
			faults.at("samples").add("must be at least " + classCount() + ", one for each class");
		}
		else if (Arrays.stream(classSizes()).anyMatch((size) -> size == 0)) {
			faults.at("classBalance").add("leaves a class without any of the " + samples() + " samples");
		}
	}

	private int[] classSizes() {
		var balance = classBalance();
		double[] shares = new double[classCount()];
		Arrays.setAll(shares, (label) -> (balance != null) ? balance.get(label) : 1);
		return Apportionment.of(samples(), shares);
	}

	@Override
	default Dataset generate() {
		int width = featureCount();
		double[] features = new double[samples() * width];
		int[] labels = new int[samples()];
		double[] point = new double[width];
		int[] order = new int[samples()];
		Draw.ORDER.of(this).permute(order);
		var placement = placement(Draw.LAYOUT.of(this));
		var points = Draw.POINTS.of(this);
		var noise = Draw.NOISE.of(this);
		double deviation = noise();
		int[] sizes = classSizes();
		int made = 0;
		for (int label = 0; label < sizes.length; label++) {
			for (int index = 0; index < sizes[label]; index++) {
				placement.place(label, index, sizes[label], points, point);
				int row = order[made++];
				labels[row] = label;
				for (int i = 0; i < width; i++) {
					features[row * width + i] = point[i] + deviation * noise.nextGaussian();
				}
			}
		}
		replaceSome(labels);
		var shape = shape();
		return new Dataset(shape.columns(), features, new Labels(shape.classes(), labels));
	}

	private void replaceSome(int[] labels) {
		var random = Draw.LABEL_NOISE.of(this);
		int[] rows = new int[labels.length];
		random.permute(rows);
		int classes = classCount();
		long replaced = Math.round(labelNoise() * labels.length);
		for (int i = 0; i < replaced; i++) {
			labels[rows[i]] = (labels[rows[i]] + 1 + random.nextInt(classes - 1)) % classes;
		}
	}

}
