package dev.descent.insight;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.descent.engine.kernel.Kernels;
import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import dev.descent.training.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions about jobs, within bounds on the work for each. */
@Component
public class Insights {

	/** What a number of an answer takes: worked out, laid out as a grid, and drawn. */
	private static final int BYTES_A_NUMBER = 32;

	private final Kernels kernels;

	private final Limits limits;

	Insights(Kernels kernels, Limits limits) {
		this.kernels = kernels;
		this.limits = limits;
	}

	/** The decision boundary at a moment of a job. */
	public Boundary boundary(Checkpoint moment, InputPlane.Wanted wanted) {
		var network = new TrainedNetwork(moment, kernels);
		return Boundary.of(network, plane(network, wanted, 1, network.experiment().output().units()));
	}

	/**
	 * The decision boundary at several moments of a job, on one grid.
	 * @param moments at least one
	 */
	public List<Boundary> boundaries(List<Checkpoint> moments, InputPlane.Wanted wanted) {
		var last = new TrainedNetwork(moments.getLast(), kernels);
		var plane = plane(last, wanted, moments.size(), moments.size() * last.experiment().output().units());
		return moments.stream().map((moment) -> Boundary.of(new TrainedNetwork(moment, kernels), plane)).toList();
	}

	/**
	 * What every unit says at a moment of a job.
	 * @param layer that is asked for; all if absent
	 */
	public NeuronMaps neuronMaps(Checkpoint moment, InputPlane.Wanted wanted, @Nullable Integer layer) {
		var network = new TrainedNetwork(moment, kernels);
		requireLayer(network, layer);
		var architecture = network.experiment().architecture();
		int first = (layer != null) ? layer : 0;
		int end = (layer != null) ? layer + 1 : architecture.depth();
		int units = IntStream.range(first, end).map(architecture::units).sum();
		return NeuronMaps.of(network, plane(network, wanted, 1, units), first, end);
	}

	/**
	 * Where two units of a layer send the inputs at a moment of a job.
	 * @param layer from 0
	 * @param first unit, from 0
	 * @param second unit, from 0
	 */
	public Warp warp(Checkpoint moment, InputPlane.Wanted wanted, int layer, int first, int second) {
		var network = new TrainedNetwork(moment, kernels);
		requireLayer(network, layer);
		int units = network.experiment().architecture().units(layer);
		var faults = new Faults();
		requireUnit(first, units, "first", faults);
		requireUnit(second, units, "second", faults);
		if (first == second) {
			faults.add(Fault.ofParameter("second", "must be another unit than first"));
		}
		faults.throwIfAny();
		requireAllSamples(network);
		return Warp.of(network, plane(network, wanted, 1, units), layer, first, second);
	}

	private static void requireLayer(TrainedNetwork network, @Nullable Integer layer) {
		int depth = network.experiment().architecture().depth();
		if (layer != null && layer >= depth) {
			throw new RefusedException(
					List.of(Fault.ofParameter("layer", "must be below " + depth + ", the number of layers")));
		}
	}

	private static void requireUnit(int unit, int units, String parameter, Faults faults) {
		if (unit >= units) {
			faults.add(Fault.ofParameter(parameter, "must be below " + units + ", the units of the layer"));
		}
	}

	/** How weights, biases and their gradients are spread at a moment of a job. */
	public Histograms histograms(Checkpoint moment, int bins) {
		var network = new TrainedNetwork(moment, kernels);
		requireAllSamples(network);
		return Histograms.of(network, bins);
	}

	/**
	 * A grid that is not too much.
	 * @param times how often the network is asked about it
	 * @param maps how many grids of numbers come of it
	 */
	private InputPlane plane(TrainedNetwork network, InputPlane.Wanted wanted, int times, int maps) {
		var plane = InputPlane.of(network.experiment(), wanted);
		long points = (long) plane.x().length * plane.y().length;
		refuseOverload(network, times * points, (detail) -> Fault.ofParameter("resolution", detail));
		if (maps * points > limits.mapNumbers()) {
			throw new RefusedException(List.of(Fault.ofParameter("resolution",
					"asks for %,d maps of %,d points; at most %,d numbers are given at once".formatted(maps, points,
							limits.mapNumbers()))));
		}
		WorkingMemory.borrow((long) BYTES_A_NUMBER * maps * points);
		return plane;
	}

	/** How good the network is on each part of the data. */
	public Evaluations evaluation(Checkpoint moment) {
		var network = new TrainedNetwork(moment, kernels);
		requireAllSamples(network);
		return Evaluations.of(network);
	}

	private void requireAllSamples(TrainedNetwork network) {
		int samples = network.experiment().dataset().size();
		if (samples > mostSamples(network)) {
			throw new ConflictException(
					"The job has %,d samples; with a network of its size at most %,d can be evaluated."
						.formatted(samples, mostSamples(network)));
		}
		WorkingMemory.borrow(network.experiment().workingBytes());
	}

	/** The outputs for new inputs. */
	public Predictions predictions(Checkpoint moment,
			List<? extends @Nullable List<? extends @Nullable Double>> inputs) {
		var network = new TrainedNetwork(moment, kernels);
		refuseOverload(network, inputs.size(), (detail) -> new Fault("/inputs", detail));
		var shape = network.experiment().shape();
		WorkingMemory.borrow((long) BYTES_A_NUMBER * inputs.size()
				* (shape.columns().size() + network.experiment().features() + network.experiment().output().units()));
		return Predictions.of(network, inputs);
	}

	private void refuseOverload(TrainedNetwork network, long samples, Function<String, Fault> fault) {
		if (samples > mostSamples(network)) {
			throw new RefusedException(List
				.of(fault.apply("asks for %,d outputs at once; of a network of this size at most %,d are allowed"
					.formatted(samples, mostSamples(network)))));
		}
	}

	/** For how many samples the outputs may be computed in one answer. */
	private long mostSamples(TrainedNetwork network) {
		return limits.analysisWork() / network.experiment().architecture().parameterCount();
	}

}
