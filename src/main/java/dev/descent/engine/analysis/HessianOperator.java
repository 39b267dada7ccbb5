package dev.descent.engine.analysis;

import java.util.Arrays;

import dev.descent.engine.loss.SmoothLoss;
import dev.descent.engine.network.Curvature;
import dev.descent.engine.network.Network;
import dev.descent.engine.network.Parameters;
import dev.descent.engine.network.Workspace;
import dev.descent.engine.training.Penalties;
import dev.descent.engine.training.Samples;

/**
 * The Hessian of the objective (mean loss plus penalties, nothing left out) over all
 * samples at some parameters, as what it makes of vectors; the matrix itself is never
 * formed. A product is worked out chunk by chunk, so the memory does not grow with the
 * samples.
 */
public final class HessianOperator {

	private static final int CHUNK = 256;

	private final Network network;

	private final SmoothLoss loss;

	private final Penalties penalties;

	private final Samples samples;

	private final Parameters parameters;

	private final Piece whole;

	private final Piece rest;

	private final double[] part;

	private final double[] product;

	private double[] vector;

	private int done;

	/** Buffers, and which samples they hold. */
	private static final class Piece {

		private final Workspace workspace;

		private final Curvature curvature;

		private int from = -1;

		Piece(Network network, int batch) {
			this.workspace = new Workspace(network.architecture(), batch);
			this.curvature = new Curvature(network, batch);
		}

	}

	public HessianOperator(Network network, SmoothLoss loss, Penalties penalties, Samples samples,
			Parameters parameters) {
		int chunk = Math.min(CHUNK, samples.count());
		int remainder = samples.count() % chunk;
		this.network = network;
		this.loss = loss;
		this.penalties = penalties;
		this.samples = samples;
		this.parameters = parameters;
		this.whole = new Piece(network, chunk);
		this.rest = (remainder == 0) ? whole : new Piece(network, remainder);
		this.part = new double[size()];
		this.product = new double[size()];
		this.vector = product;
		this.done = samples.count();
	}

	/** The number of parameters. */
	public int size() {
		return parameters.values().length;
	}

	/**
	 * Begins the product with a vector.
	 * @param vector not changed before the product is finished
	 */
	public void begin(double[] vector) {
		this.vector = vector;
		Arrays.fill(product, 0);
		penalties.addHessianVector(vector, product);
		done = 0;
	}

	public boolean finished() {
		return done == samples.count();
	}

	/** Adds what the next chunk of samples contributes. */
	public void advance() {
		var piece = (samples.count() - done >= whole.workspace.batch()) ? whole : rest;
		if (piece.from != done) {
			samples.load(done, piece.workspace);
			network.forward(parameters, piece.workspace);
			piece.curvature.begin(parameters, piece.workspace, loss);
			piece.from = done;
		}
		piece.curvature.hessianVector(parameters, piece.workspace, loss, vector, part);
		double share = piece.workspace.batch() / (double) samples.count();
		for (int i = 0; i < product.length; i++) {
			product[i] += share * part[i];
		}
		done += piece.workspace.batch();
	}

	/** The last product, once it is finished; overwritten by the next, not a copy. */
	public double[] product() {
		return product;
	}

}
