package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.MemoryShape;
import org.jspecify.annotations.Nullable;

/** How the numbers of each layer lie, for networks that are too large to read. */
final class OverviewSections {

	private final Scope scope;

	OverviewSections(Scope scope) {
		this.scope = scope;
	}

	Section forward(int layer) {
		var pass = scope.update().pass();
		var quantities = new ArrayList<Quantity>();
		quantities.add(of("x", "what the layer reads", pass.input(layer), null));
		quantities.add(of("z", "pre-activation", pass.preActivation(layer), layer));
		quantities.add(of("a", "activation", pass.activation(layer), layer));
		var slopes = scope.update().slopes(layer);
		if (slopes != null) {
			quantities.add(of("slope", "derivative of the activation, f'(z)", slopes, layer));
		}
		return new Section(Section.Stage.FORWARD, layer, null, quantities);
	}

	Section loss() {
		var update = scope.update();
		return new Section(Section.Stage.LOSS, null, null,
				List.of(of("batchLoss", "mean loss of the batch", DoubleStream.of(update.batchLoss())),
						of("dLoss", "derivative of the mean loss where it is taken",
								Arrays.stream(update.lossDerivative().values()))));
	}

	Section backward(int layer) {
		return new Section(Section.Stage.BACKWARD, layer, null, List.of(of("delta",
				"derivative of the mean loss with respect to z", scope.update().pass().delta(layer), layer)));
	}

	Section update(int layer) {
		var update = scope.update();
		var quantities = new ArrayList<Quantity>();
		quantities.add(flat("g", "derivative of the mean loss of the batch", update.lossGradient().values(), layer));
		quantities.add(flat("given", "gradient as the method was given it", update.givenGradient(), layer));
		int count = update.before().values().length;
		remember(update.plan().optimization().optimizer().memory(count), update.memoryAfter(), layer, quantities);
		double[] change = new double[count];
		Arrays.setAll(change, (i) -> update.after().values()[i] - update.before().values()[i]);
		quantities.add(flat("before", "parameter before the update", update.before().values(), layer));
		quantities.add(flat("change", "by how much it changed", change, layer));
		quantities.add(flat("w", "new parameter", update.after().values(), layer));
		return new Section(Section.Stage.UPDATE, layer, null, quantities);
	}

	private void remember(MemoryShape shape, Memory memory, int layer, List<Quantity> quantities) {
		if (shape.inner() != null) {
			remember(shape.inner(), memory.inner(), layer, quantities);
		}
		for (int i = 0; i < shape.vectors().size(); i++) {
			quantities.add(flat(shape.vectors().get(i), "remembered after the update", memory.vector(i), layer));
		}
	}

	/** Entries of a flat vector that belong to a layer. */
	private Quantity flat(String name, String meaning, double[] values, int layer) {
		var architecture = scope.update().architecture();
		int inputs = architecture.fanIn(layer);
		var indices = scope.units(layer)
			.stream()
			.flatMapToInt((unit) -> IntStream.concat(
					IntStream.range(0, inputs).map((i) -> architecture.weightsFrom(layer) + unit * inputs + i),
					IntStream.of(architecture.biasesFrom(layer) + unit)));
		return of(name, meaning, indices.mapToDouble((index) -> values[index]));
	}

	/** Entries of a matrix for the units and the samples that are shown. */
	private Quantity of(String name, String meaning, Matrix matrix, @Nullable Integer layer) {
		var units = (layer != null) ? scope.units(layer) : IntStream.range(0, matrix.rows()).boxed().toList();
		return of(name, meaning,
				units.stream()
					.flatMapToDouble((unit) -> IntStream.of(scope.shown())
						.mapToDouble((sample) -> matrix.values()[unit * matrix.columns() + sample])));
	}

	private static Quantity of(String name, String meaning, DoubleStream values) {
		return new Quantity(name, meaning, null, Spread.of(values), List.of());
	}

}
