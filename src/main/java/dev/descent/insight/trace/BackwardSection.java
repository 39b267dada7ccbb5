package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.formula.Expression;
import dev.descent.engine.formula.Expression.Literal;
import dev.descent.engine.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/** How the derivatives of a layer follow from those of the one behind it. */
final class BackwardSection {

	private static final String BY_Z = "derivative of the mean loss with respect to z";

	private final Scope scope;

	private final int layer;

	private final QuantityTable table;

	private final @Nullable Matrix slopes;

	private final Matrix derivative;

	BackwardSection(Scope scope, int layer) {
		this.scope = scope;
		this.layer = layer;
		this.table = new QuantityTable(scope.detail());
		this.slopes = scope.update().slopes(layer);
		this.derivative = scope.update().lossDerivative();
	}

	Section section() {
		Matrix delta = scope.update().pass().delta(layer);
		for (int sample : scope.shown()) {
			for (int unit : scope.units(layer)) {
				table.add(delta(unit, sample), new Place(unit, null, scope.rows()[sample]),
						Map.of("delta", at(delta, unit, sample)));
			}
		}
		Matrix inputs = scope.update().pass().input(layer);
		for (int unit : scope.units(layer)) {
			for (int input = 0; input < inputs.rows(); input++) {
				weight(unit, input, delta, inputs);
			}
			bias(unit, delta);
		}
		return new Section(Section.Stage.BACKWARD, layer, null, table.quantities());
	}

	private Derivation delta(int unit, int sample) {
		var update = scope.update();
		var derivation = new Derivation();
		if (slopes != null) {
			derivation.given("slope", at(slopes, unit, sample));
		}
		if (layer < update.architecture().depth() - 1) {
			derivation.sum("upstream", "derivative of the mean loss with respect to what is passed on",
					"sum(w_kj * delta_k)", upstream(unit, sample));
			if (update.architecture().layer(layer).dropout() > 0) {
				derivation.given("mask", update.pass().dropout().factor(layer, unit, sample))
					.let("upstream", "the same with respect to a", "upstream * mask");
			}
			return derivation.let("delta", BY_Z, "upstream * slope");
		}
		derivation.given("dLoss", at(derivative, unit, sample));
		if (update.plan().loss().fromLogits()) {
			return derivation.let("delta", BY_Z + ", straight from the loss", "dLoss");
		}
		if (slopes != null) {
			return derivation.let("delta", BY_Z, "dLoss * slope");
		}
		return derivation.given("a", at(update.pass().output(), unit, sample))
			.sum("mean", "derivatives of all outputs, weighted by their shares", "sum(a_k * dLoss_k)", shares(sample))
			.let("delta", BY_Z, "a * (dLoss - mean)");
	}

	private List<Expression> upstream(int unit, int sample) {
		var update = scope.update();
		Matrix next = update.pass().delta(layer + 1);
		int from = update.architecture().weightsFrom(layer + 1) + unit;
		int width = update.architecture().units(layer);
		var terms = new ArrayList<Expression>();
		for (int k = 0; k < next.rows(); k++) {
			terms.add(Expression.product(update.before().values()[from + k * width], at(next, k, sample)));
		}
		return terms;
	}

	private List<Expression> shares(int sample) {
		Matrix a = scope.update().pass().output();
		var terms = new ArrayList<Expression>();
		for (int k = 0; k < a.rows(); k++) {
			terms.add(Expression.product(at(a, k, sample), at(derivative, k, sample)));
		}
		return terms;
	}

	private void weight(int unit, int input, Matrix delta, Matrix inputs) {
		var derivation = new Derivation();
		if (scope.batch()) {
			var terms = new ArrayList<Expression>();
			for (int sample : scope.shown()) {
				terms.add(Expression.product(at(delta, unit, sample), at(inputs, input, sample)));
			}
			int index = scope.update().architecture().weightsFrom(layer) + unit * inputs.rows() + input;
			derivation.sum("dW", "derivative of the mean loss with respect to the weight", "sum(delta_js * x_is)",
					terms);
			table.add(derivation, new Place(unit, input, null),
					Map.of("dW", scope.update().lossGradient().values()[index]));
		}
		else {
			int sample = scope.shown()[0];
			derivation.given("delta_j", at(delta, unit, sample))
				.given("x_i", at(inputs, input, sample))
				.let("dW", "part of the sample in the derivative with respect to the weight", "delta_j * x_i");
			table.add(derivation, new Place(unit, input, scope.rows()[sample]));
		}
	}

	private void bias(int unit, Matrix delta) {
		var derivation = new Derivation();
		if (scope.batch()) {
			var terms = new ArrayList<Expression>();
			for (int sample : scope.shown()) {
				terms.add(new Literal(at(delta, unit, sample)));
			}
			int index = scope.update().architecture().biasesFrom(layer) + unit;
			derivation.sum("dB", "derivative of the mean loss with respect to the bias", "sum(delta_js)", terms);
			table.add(derivation, new Place(unit, null, null),
					Map.of("dB", scope.update().lossGradient().values()[index]));
		}
		else {
			int sample = scope.shown()[0];
			derivation.given("delta_j", at(delta, unit, sample))
				.let("dB", "part of the sample in the derivative with respect to the bias", "delta_j");
			table.add(derivation, new Place(unit, null, scope.rows()[sample]));
		}
	}

	private static double at(Matrix matrix, int row, int column) {
		return matrix.values()[row * matrix.columns() + column];
	}

}
