package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.descent.engine.formula.Derivation;
import dev.descent.engine.formula.Expression;
import dev.descent.engine.formula.Expression.Literal;
import dev.descent.engine.kernel.Matrix;
import dev.descent.engine.loss.LossPoint;

/** What the outputs should be and what it costs that they are not. */
final class LossSection {

	private final Scope scope;

	private final QuantityTable table;

	LossSection(Scope scope) {
		this.scope = scope;
		this.table = new QuantityTable(scope.detail());
	}

	Section section() {
		var update = scope.update();
		var pass = update.pass();
		Matrix derivative = update.lossDerivative();
		var losses = new ArrayList<Expression>();
		for (int sample : scope.shown()) {
			int row = scope.rows()[sample];
			double[] z = column(pass.logits(), sample);
			double[] a = column(pass.output(), sample);
			double[] y = column(pass.targets(), sample);
			var parts = new ArrayList<Expression>();
			for (int output = 0; output < y.length; output++) {
				var derivation = new Derivation().given("z", z[output])
					.given("a", a[output])
					.given("outputs", y.length)
					.given("batch", pass.batch())
					.found("y", "target", y[output]);
				update.plan().loss().derive(derivation, new LossPoint(z, a, y, output));
				table.add(derivation, new Place(output, null, row),
						Map.of("dLoss", derivative.values()[output * pass.batch() + sample]));
				parts.add(new Literal(derivation.value("loss")));
			}
			table.add(new Derivation().sum("sampleLoss", "loss of the sample", "sum(loss_k)", parts),
					new Place(null, null, row), Map.of("sampleLoss", update.sampleLoss(sample)));
			losses.add(new Literal(update.sampleLoss(sample)));
		}
		table.add(batchLoss(losses), new Place(null, null, null), Map.of("batchLoss", update.batchLoss()));
		return new Section(Section.Stage.LOSS, null, null, table.quantities());
	}

	private Derivation batchLoss(List<Expression> losses) {
		int batch = scope.update().pass().batch();
		if (losses.size() < batch) {
			return new Derivation().found("batchLoss", "mean loss of all " + batch + " samples of the batch",
					scope.update().batchLoss());
		}
		return new Derivation().given("batch", batch)
			.sum("lossSum", "sum over the batch", "sum(sampleLoss)", losses)
			.let("batchLoss", "mean loss of the batch", "lossSum / batch");
	}

	private static double[] column(Matrix matrix, int column) {
		double[] values = new double[matrix.rows()];
		for (int i = 0; i < values.length; i++) {
			values[i] = matrix.values()[i * matrix.columns() + column];
		}
		return values;
	}

}
