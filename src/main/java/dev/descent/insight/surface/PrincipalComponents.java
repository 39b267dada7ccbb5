package dev.descent.insight.surface;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The directions in which some points are spread the most, about their mean (Pearson,
 * 1901), and the shares of their variance that lie along them. There are far fewer points
 * than coordinates, so the work is done on the products of the points with each other.
 *
 * @param directions of length 1, the largest first; each so that its largest entry is
 * positive
 * @param shares of the variance, one for each direction
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PrincipalComponents(double[][] directions, double[] shares) {

	/** What is below this share of the variance is rounding. */
	private static final double NOTHING = 1e-12;

	/**
	 * As many as wanted, or fewer if the points are spread in fewer directions.
	 * @param points of one length
	 */
	static PrincipalComponents of(List<double[]> points, int wanted) {
		int count = points.size();
		double[] mean = mean(points);
		var products = new DMatrixRMaj(count, count);
		for (int i = 0; i < count; i++) {
			for (int j = 0; j <= i; j++) {
				double product = product(points.get(i), points.get(j), mean);
				products.set(i, j, product);
				products.set(j, i, product);
			}
		}
		double variance = 0;
		for (int i = 0; i < count; i++) {
			variance += products.get(i, i);
		}
		var decomposition = DecompositionFactory_DDRM.eig(count, true, true);
		if (!(variance > 0) || !decomposition.decompose(products)) {
			return new PrincipalComponents(new double[0][], new double[0]);
		}
		double least = NOTHING * variance;
		int[] chosen = IntStream.range(0, count)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -decomposition.getEigenvalue(i).getReal()))
			.filter((i) -> decomposition.getEigenvalue(i).getReal() > least)
			.limit(wanted)
			.mapToInt(Integer::intValue)
			.toArray();
		double[][] directions = new double[chosen.length][];
		double[] shares = new double[chosen.length];
		for (int c = 0; c < chosen.length; c++) {
			directions[c] = direction(points, mean, decomposition.getEigenVector(chosen[c]));
			shares[c] = decomposition.getEigenvalue(chosen[c]).getReal() / variance;
		}
		return new PrincipalComponents(directions, shares);
	}

	private static double[] mean(List<double[]> points) {
		double[] mean = new double[points.getFirst().length];
		for (double[] point : points) {
			for (int i = 0; i < mean.length; i++) {
				mean[i] += point[i];
			}
		}
		for (int i = 0; i < mean.length; i++) {
			mean[i] /= points.size();
		}
		return mean;
	}

	private static double product(double[] one, double[] other, double[] mean) {
		double sum = 0;
		for (int i = 0; i < mean.length; i++) {
			sum += (one[i] - mean[i]) * (other[i] - mean[i]);
		}
		return sum;
	}

	/** The points, weighted by an eigenvector of their products, at length 1. */
	private static double[] direction(List<double[]> points, double[] mean, DMatrixRMaj weights) {
		double[] direction = new double[mean.length];
		for (int p = 0; p < points.size(); p++) {
			for (int i = 0; i < direction.length; i++) {
				direction[i] += weights.get(p) * (points.get(p)[i] - mean[i]);
			}
		}
		double squares = 0;
		double largest = 0;
		for (double entry : direction) {
			squares += entry * entry;
			largest = (Math.abs(entry) > Math.abs(largest)) ? entry : largest;
		}
		double scale = Math.copySign(1 / Math.sqrt(squares), largest);
		for (int i = 0; i < direction.length; i++) {
			direction[i] *= scale;
		}
		return direction;
	}

}
