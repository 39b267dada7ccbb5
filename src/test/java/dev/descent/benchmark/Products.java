package dev.descent.benchmark;

import java.util.ArrayList;
import java.util.List;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * Makes matrix products of an update, on the matrices that {@code Network} multiplies.
 */
final class Products {

	private final Kernels kernels;

	private final Workspace workspace;

	private final Parameters parameters;

	private final Parameters gradient;

	private final List<Runnable> products = new ArrayList<>();

	private double flops;

	Products(Product product, Kernels kernels) {
		var workload = product.workload();
		var architecture = workload.architecture();
		this.kernels = kernels;
		this.workspace = new Workspace(architecture, workload.batchSize());
		this.parameters = workload.start();
		this.gradient = Parameters.zeros(architecture);
		for (int l = 0; l < architecture.depth(); l++) {
			fill(workspace.input(l), l);
			fill(workspace.delta(l), architecture.depth() + l);
			if (product.contains("forward", l)) {
				add(parameters.weights(l), workspace.input(l), workspace.preActivation(l));
			}
			if (product.contains("weights", l)) {
				add(workspace.delta(l), workspace.transposedInput(l), gradient.weights(l));
			}
			if (l > 0 && product.contains("inputs", l)) {
				add(parameters.transposedWeights(l), workspace.delta(l), workspace.delta(l - 1));
			}
		}
	}

	private static void fill(Matrix matrix, int index) {
		var random = RandomStream.of(Workload.SEED, Purpose.DATASET, index);
		for (int i = 0; i < matrix.values().length; i++) {
			matrix.values()[i] = random.nextDouble(-1, 1);
		}
	}

	private void add(Matrix a, Matrix b, Matrix c) {
		products.add(() -> kernels.multiply(a, b, c));
		flops += 2.0 * a.rows() * a.columns() * b.columns();
	}

	/** Floating-point operations; a fused multiply-add is two. */
	double flops() {
		return flops;
	}

	void run() {
		for (int i = 0; i < products.size(); i++) {
			products.get(i).run();
		}
	}

}
