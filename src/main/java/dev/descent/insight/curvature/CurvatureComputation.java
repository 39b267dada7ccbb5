package dev.descent.insight.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.descent.engine.analysis.HessianOperator;
import dev.descent.engine.analysis.Spectrum;
import dev.descent.engine.analysis.SpectrumSearch;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.loss.SmoothLoss;
import dev.descent.engine.network.Network;
import dev.descent.engine.training.Penalties;
import dev.descent.problem.ConflictException;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computation;
import org.jspecify.annotations.Nullable;

/** Works out the curvature at one moment after another. */
final class CurvatureComputation implements Computation<LossCurvature> {

	private final List<Checkpoint> moments;

	private final int samples;

	private final int products;

	private final CurvatureRequest request;

	private final Kernels kernels;

	private final List<LossCurvature.At> done = new ArrayList<>();

	private @Nullable SpectrumSearch search;

	/**
	 * @param moments whose losses are all smooth, at least one
	 */
	CurvatureComputation(List<Checkpoint> moments, int samples, int products, CurvatureRequest request,
			Kernels kernels) {
		this.moments = moments;
		this.samples = samples;
		this.products = products;
		this.request = request;
		this.kernels = kernels;
	}

	/** The vectors, of which each is as long as there are parameters, and the samples. */
	@Override
	public long bytes() {
		var experiment = moments.getFirst().experiment();
		return Double.BYTES * (products + 8L) * experiment.architecture().parameterCount() + experiment.workingBytes();
	}

	@Override
	public void advance(int units) {
		for (int i = 0; i < units && !finished(); i++) {
			var present = search;
			if (present == null) {
				search = search(moments.get(done.size()));
			}
			else {
				present.advance();
				if (present.finished()) {
					done.add(new LossCurvature.At(moments.get(done.size()), finite(present.result())));
					search = null;
				}
			}
		}
	}

	private static Spectrum finite(Spectrum spectrum) {
		if (!Double.isFinite(spectrum.largest().value()) || !Double.isFinite(spectrum.smallest().value())) {
			throw new ConflictException("The second derivatives at these parameters are not finite.");
		}
		return spectrum;
	}

	private SpectrumSearch search(Checkpoint moment) {
		var experiment = moment.experiment();
		var plan = experiment.plan();
		var rows = Arrays.copyOf(experiment.split().training(), samples);
		var hessian = new HessianOperator(new Network(plan.architecture(), kernels), (SmoothLoss) plan.loss(),
				new Penalties(plan.penalties(), plan.architecture()), experiment.samples(rows), moment.parameters());
		return new SpectrumSearch(hessian, request.lower(), request.upper(), products, request.probes(),
				request.seed());
	}

	@Override
	public boolean finished() {
		return done.size() == moments.size();
	}

	@Override
	public LossCurvature result() {
		return new LossCurvature(samples, List.copyOf(done));
	}

}
