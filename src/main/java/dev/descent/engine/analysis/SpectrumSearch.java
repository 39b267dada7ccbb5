package dev.descent.engine.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.random.Purpose;
import dev.descent.engine.random.RandomStream;

/**
 * Looks for the eigenvalues of a Hessian by its products with vectors: all of them, if it
 * may take as many products as there are parameters, else those at both ends, and
 * estimates the trace by random signs (Hutchinson, 1990). A unit of work is a chunk of
 * samples of one product.
 */
public final class SpectrumSearch {

	/** Steps between two looks at what has converged. */
	private static final int LOOK = 5;

	/** An eigenvalue has converged to this share of the largest. */
	private static final double CONVERGED = 1e-6;

	private final HessianOperator hessian;

	private final int lower;

	private final int upper;

	private final long seed;

	private final Lanczos lanczos;

	private final boolean exhaustive;

	private final double[] traces;

	private double[] probe = {};

	private int probed;

	private boolean multiplying;

	private boolean converged;

	/**
	 * @param lower eigenvalues wanted at the lower end
	 * @param upper eigenvalues wanted at the upper end, at least 1
	 * @param mostProducts for eigenvalues
	 * @param probes products that estimate the trace, where not all eigenvalues are
	 * found; 0 or at least 2
	 */
	public SpectrumSearch(HessianOperator hessian, int lower, int upper, int mostProducts, int probes, long seed) {
		int steps = Math.min(hessian.size(), mostProducts);
		this.hessian = hessian;
		this.lower = lower;
		this.upper = upper;
		this.seed = seed;
		this.lanczos = new Lanczos(hessian.size(), steps, seed);
		this.exhaustive = steps == hessian.size();
		this.traces = new double[exhaustive ? 0 : probes];
	}

	private boolean eigenvaluesFound() {
		return converged || lanczos.finished();
	}

	public boolean finished() {
		return eigenvaluesFound() && probed == traces.length;
	}

	public void advance() {
		if (!multiplying) {
			hessian.begin(eigenvaluesFound() ? nextProbe() : lanczos.vector());
			multiplying = true;
		}
		hessian.advance();
		if (hessian.finished()) {
			multiplying = false;
			if (eigenvaluesFound()) {
				traces[probed] = IntStream.range(0, probe.length)
					.mapToDouble((i) -> probe[i] * hessian.product()[i])
					.sum();
				probed++;
			}
			else {
				lanczos.take(hessian.product());
				converged = !exhaustive && lanczos.steps() % LOOK == 0 && hasConverged();
			}
		}
	}

	private double[] nextProbe() {
		var random = RandomStream.of(seed, Purpose.TRACE, probed);
		double[] signs = new double[hessian.size()];
		Arrays.setAll(signs, (_) -> (random.nextLong() < 0) ? -1 : 1);
		probe = signs;
		return signs;
	}

	private boolean hasConverged() {
		var found = found();
		double largest = Math.max(Math.abs(found.getFirst().value()), Math.abs(found.getLast().value()));
		return found.size() == lower + upper
				&& found.stream().allMatch((each) -> each.residual() <= CONVERGED * largest);
	}

	/** From the lower end to the upper. */
	private List<Eigenvalue> found() {
		var ritz = lanczos.ritz();
		int count = ritz.values().length;
		int shownUpper = Math.min(upper, Math.ceilDiv(count, 2));
		int shownLower = Math.min(lower, count - shownUpper);
		var found = new ArrayList<Eigenvalue>();
		for (int i = 0; i < count; i++) {
			if (lanczos.complete() || i < shownLower || i >= count - shownUpper) {
				found.add(new Eigenvalue(ritz.values()[i], lanczos.residual(ritz.lastComponents()[i])));
			}
		}
		return found;
	}

	/** What was found, once it has finished. */
	public Spectrum result() {
		int products = lanczos.steps() + probed;
		if (exhaustive) {
			return new Spectrum(found(), true, products, lanczos.trace(), 0);
		}
		double mean = Arrays.stream(traces).average().orElse(Double.NaN);
		double squares = Arrays.stream(traces).map((each) -> (each - mean) * (each - mean)).sum();
		return new Spectrum(found(), false, products, mean, Math.sqrt(squares / (traces.length - 1) / traces.length));
	}

}
