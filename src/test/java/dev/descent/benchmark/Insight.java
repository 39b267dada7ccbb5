package dev.descent.benchmark;

import java.util.Locale;
import java.util.function.Supplier;

import dev.descent.engine.loss.BinaryCrossEntropy;
import dev.descent.engine.loss.Loss;
import dev.descent.engine.network.Inference;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;

/** Pictures of the network of W2. */
public enum Insight {

	/** The outputs on a grid over the plane of the two features. */
	BOUNDARY {

		@Override
		Supplier<double[]> naive() {
			double[][] points = NaiveTraining.rows(grid(), RESOLUTION * RESOLUTION);
			double[] outputs = new double[points.length];
			var network = new NaiveNetwork(NETWORK.architecture(), NETWORK.start().values());
			return () -> {
				for (int i = 0; i < points.length; i++) {
					outputs[i] = network.forward(points[i])[0];
				}
				return outputs;
			};
		}

		@Override
		Supplier<double[]> engine(Implementation implementation) {
			double[] points = grid();
			var network = new Network(NETWORK.architecture(), implementation.kernels());
			var inference = new Inference(network, NETWORK.start());
			return () -> inference.outputs(points);
		}

		private double[] grid() {
			double[] grid = new double[2 * RESOLUTION * RESOLUTION];
			for (int y = 0; y < RESOLUTION; y++) {
				for (int x = 0; x < RESOLUTION; x++) {
					int point = 2 * (y * RESOLUTION + x);
					grid[point] = 4.0 * x / (RESOLUTION - 1) - 2;
					grid[point + 1] = 4.0 * y / (RESOLUTION - 1) - 2;
				}
			}
			return grid;
		}

	},

	/** The loss over all samples, at the points of a plane through the parameters. */
	LOSS_SURFACE {

		@Override
		Supplier<double[]> naive() {
			int count = NETWORK.samples();
			double[][] inputs = NaiveTraining.rows(NETWORK.inputs(count), count);
			double[][] targets = NaiveTraining.rows(NETWORK.targets(count), count);
			double[] losses = new double[POINTS * POINTS];
			var plane = new ParameterPlane(NETWORK.start().values());
			return () -> {
				for (int i = 0; i < losses.length; i++) {
					var network = new NaiveNetwork(NETWORK.architecture(),
							plane.at(place(i % POINTS), place(i / POINTS)));
					double total = 0;
					for (int s = 0; s < count; s++) {
						network.forward(inputs[s]);
						total += network.loss(targets[s]);
					}
					losses[i] = total / count;
				}
				return losses;
			};
		}

		@Override
		Supplier<double[]> engine(Implementation implementation) {
			var network = new Network(NETWORK.architecture(), implementation.kernels());
			var workspaces = new Workspace[] { workspace(0, 250), workspace(250, 250) };
			double[] losses = new double[POINTS * POINTS];
			Loss loss = BinaryCrossEntropy.STANDARD;
			var plane = new ParameterPlane(NETWORK.start().values());
			var parameters = Parameters.over(NETWORK.architecture(), plane.at(0, 0));
			return () -> {
				for (int i = 0; i < losses.length; i++) {
					plane.at(place(i % POINTS), place(i / POINTS));
					double total = 0;
					for (var workspace : workspaces) {
						network.forward(parameters, workspace);
						total = network.addLoss(total, workspace, loss);
					}
					losses[i] = total / NETWORK.samples();
				}
				return losses;
			};
		}

		private double place(int index) {
			return 2.0 * index / (POINTS - 1) - 1;
		}

		// Half of the samples stay in the cache from layer to layer.
		private Workspace workspace(int from, int batch) {
			double[] inputs = NETWORK.inputs(NETWORK.samples());
			double[] targets = NETWORK.targets(NETWORK.samples());
			var workspace = new Workspace(NETWORK.architecture(), batch);
			for (int s = 0; s < batch; s++) {
				workspace.input(0).values()[s] = inputs[2 * (from + s)];
				workspace.input(0).values()[batch + s] = inputs[2 * (from + s) + 1];
				workspace.targets().values()[s] = targets[from + s];
			}
			return workspace;
		}

	};

	private static final Workload NETWORK = Workload.W2;

	/** Points on a side of the boundary's grid. */
	private static final int RESOLUTION = 200;

	/** Points on a side of the surface. */
	private static final int POINTS = 61;

	/** How the report names it. */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	abstract Supplier<double[]> naive();

	abstract Supplier<double[]> engine(Implementation implementation);

}
