package dev.descent.training.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.descent.engine.regularization.L1;
import dev.descent.engine.regularization.L2;
import dev.descent.engine.regularization.Penalty;
import dev.descent.reference.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

@Reference(formula = "objective = loss + l1 sum |w| + l2 / 2 sum w^2",
		latex = "J = L + \\lambda_1 \\lVert w \\rVert_1 + \\tfrac{\\lambda_2}{2} \\lVert w \\rVert_2^2",
		source = "Hoerl and Kennard, 1970, Ridge regression; Tibshirani, 1996, Regression shrinkage and selection via the lasso")
@Schema(description = "Penalties on the weights (not the biases), added to the loss; the sum is the objective.")
public record RegularizationSpecification(
		@DecimalMin("0") @DecimalMax("1000") @Schema(
				description = "Strength of the penalty l1 * sum |w|, which makes weights exactly 0.",
				example = "0.001") Double l1,
		@DecimalMin("0") @DecimalMax("1000") @Schema(
				description = "Strength of the penalty l2 / 2 * sum w^2, which keeps weights small.",
				example = "0.001") Double l2,
		@DecimalMin(value = "0", inclusive = false) @DecimalMax("1000") @Schema(description = """
				The longest the weights into a unit may be: they are shortened to it after every update (Srivastava et \
				al., 2014). Absent or null: no limit.""", example = "3.0") @Nullable Double maxNorm) {

	/** What it is if nothing is given. */
	@SuppressWarnings("NullAway") // null stands for what is absent, as in a request
	public static final RegularizationSpecification DEFAULT = new RegularizationSpecification(null, null, null);

	public RegularizationSpecification {
		l1 = Objects.requireNonNullElse(l1, 0.0);
		l2 = Objects.requireNonNullElse(l2, 0.0);
	}

	public List<Penalty> penalties() {
		var penalties = new ArrayList<Penalty>();
		if (l1 > 0) {
			penalties.add(new L1(l1));
		}
		if (l2 > 0) {
			penalties.add(new L2(l2));
		}
		return penalties;
	}

}
