package dev.descent.engine.optimizer;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a method remembers between updates.
 *
 * @param vectors names of vectors with one entry a parameter, such as {@code velocity}
 * @param scalars names of single numbers
 * @param inner of the method that it wraps, if any
 */
public record MemoryShape(List<String> vectors, List<String> scalars, @Nullable MemoryShape inner) {

	/** Of a method that remembers nothing. */
	public static final MemoryShape NONE = new MemoryShape(List.of(), List.of(), null);

	public MemoryShape {
		vectors = List.copyOf(vectors);
		scalars = List.copyOf(scalars);
	}

	/** Vectors with one entry a parameter. */
	public static MemoryShape vectors(String... names) {
		return new MemoryShape(List.of(names), List.of(), null);
	}

	/** The same with single numbers beside the vectors. */
	public MemoryShape withScalars(String... names) {
		return new MemoryShape(vectors, List.of(names), inner);
	}

	/** The same around the memory of a wrapped method. */
	public MemoryShape around(MemoryShape wrapped) {
		return new MemoryShape(vectors, scalars, wrapped);
	}

	/** How many numbers that is in all. */
	public long size(int parameters) {
		return (long) vectors.size() * parameters + scalars.size() + ((inner != null) ? inner.size(parameters) : 0);
	}

	/** A memory of this shape, all zeros. */
	public Memory allocate(int parameters) {
		return new Memory(new double[vectors.size()][parameters], new double[scalars.size()],
				(inner != null) ? inner.allocate(parameters) : null);
	}

}
