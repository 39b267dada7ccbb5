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
 * The matrix products of one update of a workload, on the matrices that {@code Network}
 * multiplies.
 */
final class Products {

	private final Kernels kernels;

	private final Workspace workspace;

	private final Parameters parameters;

	private final Parameters gradient;

	private final List<Runnable> products = new ArrayList<>();

	private double flops;

	/**
	 * Takes some of the products, or all.
	 * @param name "all", or a pass and a layer counted from 1: "forward 1", "weights 1"
	 * (the gradient of the weights), "inputs 2" (that of what the layer reads)
	 */
	Products(Workload workload, String name, Kernels kernels) {
		var architecture = workload.architecture();
		this.kernels = kernels;
		this.workspace = new Workspace(architecture, workload.batchSize());
		this.parameters = workload.start();
		this.gradient = Parameters.zeros(architecture);
		for (int l = 0; l < architecture.depth(); l++) {
			fill(workspace.input(l), l);
			fill(workspace.delta(l), architecture.depth() + l);
			if (wanted(name, "forward", l)) {
				add(parameters.weights(l), workspace.input(l), workspace.preActivation(l));
			}
			if (wanted(name, "weights", l)) {
				add(workspace.delta(l), workspace.transposedInput(l), gradient.weights(l));
			}
			if (l > 0 && wanted(name, "inputs", l)) {
				add(parameters.transposedWeights(l), workspace.delta(l), workspace.delta(l - 1));
			}
		}
	}

	private static boolean wanted(String name, String pass, int layer) {
		return name.equals("all") || name.equals(pass + " " + (layer + 1));
	}

	private static void fill(Matrix matrix, int index) {
		var random = RandomStream.of(Workload.SEED, Purpose.DATASET, index);
		for (int i = 0; i < matrix.values().length; i++) {
			matrix.values()[i] = random.nextDouble(-1, 1);
		}
	}

	private void add(Matrix a, Matrix b, Matrix c) {
		products.add(() -> kernels.multiplyAdd(a, b, c));
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
