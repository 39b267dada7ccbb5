package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.descent.engine.activation.Elementwise;
import dev.descent.engine.formula.Derivation;
import dev.descent.engine.formula.Expression;
import dev.descent.engine.formula.Expression.Call;
import dev.descent.engine.formula.Expression.Literal;
import dev.descent.engine.kernel.Matrix;

/** What a layer makes of its inputs. */
final class ForwardSection {

	private final Scope scope;

	private final int layer;

	private final QuantityTable table;

	ForwardSection(Scope scope, int layer) {
		this.scope = scope;
		this.layer = layer;
		this.table = new QuantityTable(scope.detail());
	}

	Section section() {
		var pass = scope.update().pass();
		Matrix inputs = pass.input(layer);
		for (int sample : scope.shown()) {
			int row = scope.rows()[sample];
			for (int i = 0; i < inputs.rows(); i++) {
				String meaning = (layer == 0) ? "feature, as the network reads it"
						: "what layer " + (layer - 1) + " passes on";
				table.add(new Derivation().found("x", meaning, at(inputs, i, sample)), new Place(null, i, row));
			}
		}
		var slopes = scope.update().slopes(layer);
		for (int sample : scope.shown()) {
			for (int unit : scope.units(layer)) {
				var exact = new HashMap<String, Double>();
				exact.put("z", at(pass.preActivation(layer), unit, sample));
				exact.put("a", at(pass.activation(layer), unit, sample));
				if (slopes != null) {
					exact.put("slope", at(slopes, unit, sample));
				}
				table.add(derivation(unit, sample, exact), new Place(unit, null, scope.rows()[sample]), exact);
			}
		}
		return new Section(Section.Stage.FORWARD, layer, null, table.quantities());
	}

	private Derivation derivation(int unit, int sample, Map<String, Double> exact) {
		var pass = scope.update().pass();
		var activation = scope.update().architecture().layer(layer).activation();
		var derivation = new Derivation().sum("z", "pre-activation", "sum(w_ji * x_i) + b_j", terms(unit, sample))
			.given("z", exact.getOrDefault("z", 0.0));
		if (activation instanceof Elementwise elementwise) {
			elementwise.derive(derivation);
		}
		else {
			softmax(derivation, sample);
		}
		if (scope.update().architecture().layer(layer).dropout() > 0) {
			derivation.given("a", exact.getOrDefault("a", 0.0))
				.found("mask", "0 if the unit is left out, else what makes up for those that are",
						pass.dropout().factor(layer, unit, sample))
				.let("kept", "activation that is passed on", "a * mask");
		}
		return derivation;
	}

	private List<Expression> terms(int unit, int sample) {
		var parameters = scope.update().before();
		Matrix inputs = scope.update().pass().input(layer);
		int from = scope.update().architecture().weightsFrom(layer) + unit * inputs.rows();
		var terms = new ArrayList<Expression>();
		for (int i = 0; i < inputs.rows(); i++) {
			terms.add(Expression.product(parameters.values()[from + i], at(inputs, i, sample)));
		}
		terms.add(new Literal(parameters.values()[scope.update().architecture().biasesFrom(layer) + unit]));
		return terms;
	}

	private void softmax(Derivation derivation, int sample) {
		Matrix z = scope.update().pass().preActivation(layer);
		double max = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < z.rows(); i++) {
			max = Math.max(max, at(z, i, sample));
		}
		var terms = new ArrayList<Expression>();
		for (int i = 0; i < z.rows(); i++) {
			terms.add(new Call("exp", List.of(Expression.difference(at(z, i, sample), max))));
		}
		derivation.found("zMax", "largest of all z, taken off so that nothing overflows", max)
			.sum("expSum", "sum over the units", "sum(exp(z_k - zMax))", terms)
			.let("a", "activation: the share of the unit", "exp(z - zMax) / expSum");
	}

	private static double at(Matrix matrix, int row, int column) {
		return matrix.values()[row * matrix.columns() + column];
	}

}
