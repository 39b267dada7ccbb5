package dev.descent.insight.curvature;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.loss.SmoothLoss;
import dev.descent.limits.Limits;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computations;
import dev.descent.training.TrainingJob;
import org.springframework.stereotype.Component;

/**
 * Works out how the objectives of jobs curve, in turn with the jobs that are trained, and
 * within bounds on work and memory.
 */
@Component
public class Curvatures {

	/** Up to so many parameters all eigenvalues are worked out. */
	private static final int EXHAUSTIVE = 300;

	/** Products for the ends of a spectrum. */
	private static final int USUAL_PRODUCTS = 80;

	/** Products for the largest eigenvalue alone. */
	private static final int SHARPNESS_PRODUCTS = 30;

	/** What a product takes, in forward passes. */
	private static final int PASSES = 6;

	private final Computations computations;

	private final Kernels kernels;

	private final Limits limits;

	Curvatures(Computations computations, Kernels kernels, Limits limits) {
		this.computations = computations;
		this.kernels = kernels;
		this.limits = limits;
	}

	/** The spectrum at a moment of a job. */
	public CompletableFuture<LossCurvature> at(TrainingJob job, Checkpoint moment, CurvatureRequest request) {
		int count = moment.experiment().architecture().parameterCount();
		int usual = (count <= EXHAUSTIVE) ? count : USUAL_PRODUCTS;
		return submit(job, List.of(moment), request, usual);
	}

	/**
	 * The largest eigenvalue at some of the moments that are kept, evenly spaced.
	 * @param most moments
	 */
	public CompletableFuture<LossCurvature> history(TrainingJob job, int most, CurvatureRequest request) {
		var kept = job.moments();
		int shown = Math.min(most, kept.size());
		var moments = IntStream.rangeClosed(1, shown)
			.mapToObj((i) -> kept.get((shown == 1) ? kept.size() - 1 : (i - 1) * (kept.size() - 1) / (shown - 1)))
			.toList();
		return submit(job, moments,
				new CurvatureRequest(0, 1, request.samples(), request.products(), 0, request.seed()),
				SHARPNESS_PRODUCTS);
	}

	private CompletableFuture<LossCurvature> submit(TrainingJob job, List<Checkpoint> moments, CurvatureRequest request,
			int usualProducts) {
		moments.forEach(Curvatures::requireSmoothLoss);
		int products = products(moments.getFirst(), request, usualProducts);
		int samples = samples(moments, request, products);
		return computations.submit("curvature of the " + job.id().described(),
				new CurvatureComputation(moments, samples, products, request, kernels));
	}

	private static void requireSmoothLoss(Checkpoint moment) {
		var loss = moment.experiment().plan().loss();
		if (!(loss instanceof SmoothLoss)) {
			throw new ConflictException(
					"The loss has corners instead of a second derivative, so there is no curvature; squared_hinge or huber are smooth in place of hinge or mae.");
		}
	}

	/** As many as there are parameters at most, and as there is memory for. */
	private int products(Checkpoint moment, CurvatureRequest request, int usual) {
		int count = moment.experiment().architecture().parameterCount();
		long bytes = limits.jobMemory().toBytes();
		long fitting = bytes / 2 / Double.BYTES / count;
		Integer wanted = request.products();
		if (wanted == null) {
			return Math.clamp(Math.min(usual, fitting), Math.min(2, count), count);
		}
		int products = Math.min(wanted, count);
		if (products > Math.max(2, fitting)) {
			throw new RefusedException(
					List.of(Fault.ofParameter("products", "asks for %,d vectors of %,d numbers; there is memory for %,d"
						.formatted(products, count, fitting))));
		}
		return products;
	}

	/** As many as there are at most, and as the work allows. */
	private int samples(List<Checkpoint> moments, CurvatureRequest request, int products) {
		var experiment = moments.getFirst().experiment();
		int count = experiment.architecture().parameterCount();
		int there = experiment.split().training().length;
		int probes = (products < count) ? request.probes() : 0;
		double each = (double) moments.size() * (products + probes) * PASSES * count;
		Integer wanted = request.samples();
		int samples = (wanted != null) ? Math.min(wanted, there)
				: (int) Math.clamp(limits.surfaceWork() / each, 1, there);
		if (samples * each > limits.surfaceWork()) {
			throw new RefusedException(List.of(Fault.ofParameter((wanted != null) ? "samples" : "products",
					"asks for %,d products of a Hessian of %,d parameters over %,d samples: %,.0f units of work; at most %,d are allowed"
						.formatted(moments.size() * (products + probes), count, samples, samples * each,
								limits.surfaceWork()))));
		}
		return samples;
	}

}
