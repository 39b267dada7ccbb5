package dev.descent.engine.analysis;

import java.util.List;

/**
 * Eigenvalues of a symmetric matrix.
 *
 * @param eigenvalues ascending: all of them, or some from each end
 * @param complete whether they are all there
 * @param products of the matrix with a vector that it took
 * @param trace their sum, or an estimate of it; NaN if there is none
 * @param traceError standard error of the estimate; 0 if it is none
 */
public record Spectrum(List<Eigenvalue> eigenvalues, boolean complete, int products, double trace, double traceError) {

	public Spectrum {
		eigenvalues = List.copyOf(eigenvalues);
	}

	public Eigenvalue largest() {
		return eigenvalues.getLast();
	}

	public Eigenvalue smallest() {
		return eigenvalues.getFirst();
	}

}
