package dev.descent.engine.optimizer;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/** What a run remembers for its method of descent; see {@link MemoryShape}. */
public final class Memory {

	private final double[][] vectors;

	private final double[] scalars;

	private final @Nullable Memory inner;

	private double[][] scratch = {};

	private @Nullable Object workspace;

	Memory(double[][] vectors, double[] scalars, @Nullable Memory inner) {
		this.vectors = vectors;
		this.scalars = scalars;
		this.inner = inner;
	}

	/** A vector with one entry a parameter, in the order of the shape; not a copy. */
	public double[] vector(int index) {
		return vectors[index];
	}

	/** The single numbers, in the order of the shape; not a copy. */
	public double[] scalars() {
		return scalars;
	}

	/** The memory of the wrapped method. */
	public Memory inner() {
		if (inner == null) {
			throw new IllegalStateException("nothing is wrapped");
		}
		return inner;
	}

	/**
	 * An array to work in during one update, made when it is first asked for. What it
	 * holds is not remembered: a copy of this memory does not have it.
	 * @param index from 0
	 * @param length the same each time
	 */
	public double[] scratch(int index, int length) {
		if (index >= scratch.length) {
			scratch = Arrays.copyOf(scratch, index + 1);
		}
		if (scratch[index] == null) {
			scratch[index] = new double[length];
		}
		return scratch[index];
	}

	/**
	 * What a method works in during one update, where arrays are not enough; made when it
	 * is first asked for, and not remembered either. A method has one.
	 * @param type of the workspace, the same each time
	 * @param maker makes it for a number of parameters
	 */
	<W> W workspace(Class<W> type, IntFunction<W> maker, int parameters) {
		if (workspace == null) {
			workspace = maker.apply(parameters);
		}
		return type.cast(workspace);
	}

	/** Takes what another memory of the same shape remembers. */
	public void set(Memory other) {
		for (int i = 0; i < vectors.length; i++) {
			System.arraycopy(other.vectors[i], 0, vectors[i], 0, vectors[i].length);
		}
		System.arraycopy(other.scalars, 0, scalars, 0, scalars.length);
		if (inner != null) {
			inner.set(other.inner());
		}
	}

	/** Forgets everything. */
	public void clear() {
		for (double[] vector : vectors) {
			Arrays.fill(vector, 0);
		}
		Arrays.fill(scalars, 0);
		if (inner != null) {
			inner.clear();
		}
	}

	/** Puts all that is remembered, in the order of the shape. */
	public void write(NumberCursor target) {
		for (double[] vector : vectors) {
			target.put(vector);
		}
		target.put(scalars);
		if (inner != null) {
			inner.write(target);
		}
	}

	/** Takes what {@link #write} has put. */
	public void read(NumberCursor source) {
		for (double[] vector : vectors) {
			source.get(vector);
		}
		source.get(scalars);
		if (inner != null) {
			inner.read(source);
		}
	}

}
