package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.descent.engine.analysis.UpdateTrace;
import dev.descent.engine.network.Architecture;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.training.TracedUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What of an update is told.
 *
 * @param rows of the dataset that the batch has
 * @param shown positions in the batch whose way is shown
 * @param batch whether those are all
 * @param layers that are shown
 * @param unit the only one that is shown, if any
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Scope(UpdateTrace update, int[] rows, int[] shown, boolean batch, int[] layers, @Nullable Integer unit,
		Detail detail) {

	/** Numbers that an answer tells at most. */
	private static final long MOST_NUMBERS = 100_000;

	/** Terms of formulas that an answer writes at most. */
	private static final long MOST_TERMS = 100_000;

	/** With its name. */
	private static final long BYTES_A_NUMBER = 100;

	/** In letters, and with the numbers in it. */
	private static final long BYTES_A_TERM = 200;

	/** Up to here formulas are written though nobody asked for them. */
	private static final long USUAL_TERMS = 20_000;

	/** Up to here all numbers are told though nobody asked for them. */
	private static final long USUAL_NUMBERS = 20_000;

	/** Fits what is asked for to an update, or refuses with all the reasons. */
	static Scope of(TracedUpdate traced, TraceRequest request) {
		var update = traced.trace();
		var architecture = update.architecture();
		var faults = new Faults();
		int[] rows = traced.rows();
		int[] shown = request.batch() ? IntStream.range(0, rows.length).toArray()
				: new int[] { position(rows, request.row(), faults) };
		if (request.batch() && request.row() != null) {
			faults.add(Fault.ofParameter("sample", "must not be given together with batch"));
		}
		int[] layers = layers(architecture, request.layer(), faults);
		checkUnit(architecture, layers, request.unit(), faults);
		faults.throwIfAny();
		var scope = new Scope(update, rows, shown, request.batch(), layers, request.unit(), Detail.VALUES);
		return scope.with(scope.detail(request.detail(), faults));
	}

	private Scope with(Detail detail) {
		return new Scope(update, rows, shown, batch, layers, unit, detail);
	}

	private static int position(int[] rows, @Nullable Integer wanted, Faults faults) {
		if (wanted == null) {
			return 0;
		}
		for (int i = 0; i < rows.length; i++) {
			if (rows[i] == wanted) {
				return i;
			}
		}
		faults.add(Fault.ofParameter("sample", "is not a row of the batch, which has "
				+ ((rows.length <= 20) ? "" : "among others ") + IntStream.of(rows).limit(20).boxed().toList()));
		return 0;
	}

	private static int[] layers(Architecture architecture, @Nullable Integer wanted, Faults faults) {
		if (wanted == null) {
			return IntStream.range(0, architecture.depth()).toArray();
		}
		if (wanted >= architecture.depth()) {
			faults.add(Fault.ofParameter("layer", "must be at most " + (architecture.depth() - 1)));
			return new int[0];
		}
		return new int[] { wanted };
	}

	private static void checkUnit(Architecture architecture, int[] layers, @Nullable Integer unit, Faults faults) {
		if (unit != null && IntStream.of(layers).allMatch((layer) -> unit >= architecture.units(layer))) {
			faults.add(Fault.ofParameter("unit",
					"names no unit of "
							+ ((layers.length == 1) ? "the layer, which has " + architecture.units(layers[0])
									: "any layer of the network " + architecture)));
		}
	}

	private Detail detail(@Nullable Detail wanted, Faults faults) {
		long numbers = numbers();
		long terms = terms();
		if (wanted == null) {
			if (terms <= USUAL_TERMS && numbers <= USUAL_NUMBERS) {
				return Detail.FORMULAS;
			}
			return (numbers <= USUAL_NUMBERS) ? Detail.VALUES : Detail.OVERVIEW;
		}
		if (wanted == Detail.FORMULAS && terms > MOST_TERMS) {
			faults.add(Fault.ofParameter("detail",
					"takes %,d terms of formulas; at most %,d are written: choose a layer, a unit or less detail"
						.formatted(terms, MOST_TERMS)));
		}
		else if (wanted != Detail.OVERVIEW && numbers > MOST_NUMBERS) {
			faults.add(Fault.ofParameter("detail",
					"takes %,d numbers; at most %,d are told: choose a layer, a unit or overview".formatted(numbers,
							MOST_NUMBERS)));
		}
		faults.throwIfAny();
		return wanted;
	}

	/** The memory of an answer, about and at most. */
	long bytes() {
		return switch (detail) {
			case OVERVIEW -> 0;
			case VALUES -> BYTES_A_NUMBER * numbers();
			case FORMULAS -> BYTES_A_NUMBER * numbers() + BYTES_A_TERM * terms();
		};
	}

	/** How many numbers there are, about. */
	private long numbers() {
		long numbers = 0;
		for (int layer : layers) {
			long units = units(layer).size();
			long inputs = update.architecture().fanIn(layer);
			numbers += shown.length * (inputs + 6 * units) + 14 * units * (inputs + 1);
		}
		return numbers;
	}

	/** How many terms their formulas have, about. */
	private long terms() {
		var architecture = update.architecture();
		long terms = 0;
		for (int layer : layers) {
			long units = units(layer).size();
			long next = (layer + 1 < architecture.depth()) ? architecture.units(layer + 1) : 1;
			long weights = units * (architecture.fanIn(layer) + 1L);
			terms += shown.length * (2 * weights + units * next) + 14 * weights;
		}
		return terms;
	}

	/** The units of a layer that are shown. */
	List<Integer> units(int layer) {
		int count = update.architecture().units(layer);
		var units = new ArrayList<Integer>();
		for (int i = 0; i < count; i++) {
			if (unit == null || unit == i) {
				units.add(i);
			}
		}
		return units;
	}

	/** Whether the output layer is shown. */
	boolean showsOutput() {
		return layers[layers.length - 1] == update.architecture().depth() - 1;
	}

}
