package dev.descent.engine.network;

import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves activations of hidden layers out of an update at random and divides those that
 * stay by the chance to stay, so that an evaluation needs no correction (Srivastava,
 * Hinton, Krizhevsky, Sutskever and Salakhutdinov, 2014, in the inverted form). What an
 * update leaves out depends on the seed and the number of the update alone.
 */
public final class Dropout {

	private final Architecture architecture;

	/** For each layer what its activations are multiplied by, if it leaves any out. */
	private final @Nullable Matrix[] masks;

	private final RandomStream random = RandomStream.of(0, Purpose.DROPOUT);

	private boolean active;

	Dropout(Architecture architecture, int batch) {
		this.architecture = architecture;
		this.masks = new Matrix[architecture.depth()];
		for (int l = 0; l < masks.length; l++) {
			if (architecture.layer(l).dropout() > 0) {
				masks[l] = Matrix.zeros(architecture.units(l), batch);
			}
		}
	}

	/**
	 * Draws anew what the next passes leave out.
	 * @param step the number of the update, from 1
	 */
	public void draw(long seed, long step) {
		active = true;
		for (int l = 0; l < masks.length; l++) {
			Matrix mask = masks[l];
			if (mask != null) {
				double chance = architecture.layer(l).dropout();
				double kept = 1 / (1 - chance);
				random.reopen(seed, Purpose.DROPOUT, step * masks.length + l);
				double[] values = mask.values();
				for (int i = 0; i < values.length; i++) {
					values[i] = (random.nextDouble() < chance) ? 0 : kept;
				}
			}
		}
	}

	/** Lets the next passes leave nothing out. */
	public void rest() {
		active = false;
	}

	/** What the activation of a unit for a sample is multiplied by; 1 if all are kept. */
	public double factor(int layer, int unit, int sample) {
		Matrix mask = masks[layer];
		return (mask == null || !active) ? 1 : mask.values()[unit * mask.columns() + sample];
	}

	/** Writes what the next layer reads of a layer's activations. */
	void forward(int layer, Matrix activations, Matrix input) {
		Matrix mask = masks[layer];
		if (mask == null) {
			return;
		}
		System.arraycopy(activations.values(), 0, input.values(), 0, activations.values().length);
		multiply(mask, input);
	}

	/** Chain rule, in place: from what the next layer reads to the activations. */
	void backward(int layer, Matrix delta) {
		Matrix mask = masks[layer];
		if (mask != null) {
			multiply(mask, delta);
		}
	}

	private void multiply(Matrix mask, Matrix matrix) {
		if (active) {
			double[] factors = mask.values();
			double[] values = matrix.values();
			for (int i = 0; i < values.length; i++) {
				values[i] *= factors[i];
			}
		}
	}

}
