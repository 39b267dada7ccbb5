package dev.descent.insight.trace;

import java.util.HashMap;
import java.util.Map;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.optimizer.Memory;
import dev.descent.engine.optimizer.MemoryShape;
import dev.descent.insight.trace.Section.Kind;
import org.jspecify.annotations.Nullable;

/** What becomes of the parameters of a layer, from the derivative of the loss on. */
final class UpdateSection {

	private final Scope scope;

	private final int layer;

	private final Kind kind;

	private final QuantityTable table;

	UpdateSection(Scope scope, int layer, Kind kind) {
		this.scope = scope;
		this.layer = layer;
		this.kind = kind;
		this.table = new QuantityTable(scope.detail());
	}

	Section section() {
		var architecture = scope.update().architecture();
		int inputs = architecture.fanIn(layer);
		for (int unit : scope.units(layer)) {
			if (kind == Kind.BIASES) {
				add(architecture.biasesFrom(layer) + unit, unit, null);
			}
			else {
				for (int input = 0; input < inputs; input++) {
					add(architecture.weightsFrom(layer) + unit * inputs + input, unit, input);
				}
			}
		}
		return new Section(Section.Stage.UPDATE, layer, kind, table.quantities());
	}

	private void add(int index, int unit, @Nullable Integer input) {
		var update = scope.update();
		var derivation = new Derivation();
		update.derive(derivation, index);
		var exact = new HashMap<String, Double>();
		var optimizer = update.plan().optimization().optimizer();
		remember(optimizer.memory(update.before().values().length), update.memoryAfter(), index, exact);
		exact.put("w", update.after().values()[index]);
		exact.put("change", update.after().values()[index] - update.before().values()[index]);
		table.add(derivation, new Place(unit, input, null), exact);
	}

	private static void remember(MemoryShape shape, Memory memory, int index, Map<String, Double> exact) {
		if (shape.inner() != null) {
			remember(shape.inner(), memory.inner(), index, exact);
		}
		for (int i = 0; i < shape.vectors().size(); i++) {
			exact.put(shape.vectors().get(i), memory.vector(i)[index]);
		}
	}

}
