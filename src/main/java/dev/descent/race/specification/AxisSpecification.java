package dev.descent.race.specification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One field that is swept: over values, or over a range of numbers.
 */
@Schema(name = "AxisSpecification",
		description = "A field of the job that is swept: over `values`, or over a range (`from`, `to`).")
public record AxisSpecification(@NotNull @Pattern(regexp = "[A-Za-z]\\w*(\\.[A-Za-z]\\w*){0,5}",
		message = "must be the names of fields with dots between them, such as optimizer.learningRate") @Schema(
				description = "The field, its names joined by dots.", example = "optimizer.learningRate") String field,
		@Size(min = 1, max = 200) @Schema(description = "Its values, of any kind that the field takes.",
				example = "[0.01, 0.1, 1]") @Nullable List<@Nullable Object> values,
		@DecimalMin("-1e9") @DecimalMax("1e9") @Schema(description = "The lowest number of a range.",
				example = "null") @Nullable Double from,
		@DecimalMin("-1e9") @DecimalMax("1e9") @Schema(description = "The highest number of a range.",
				example = "null") @Nullable Double to,
		@Min(2) @Max(200) @Schema(
				description = "How many numbers a grid takes from the range, its ends included. Other designs take as many as they have points.",
				example = "9") Integer count,
		@Schema(description = "How the numbers of a range lie: at equal differences or at equal ratios. Absent: logarithmic if the range spans more than a factor of ten.",
				example = "logarithmic") Scale scale,
		@Schema(description = "Whether the numbers of a range are rounded to whole ones.",
				example = "false") Boolean integer)
		implements
			SelfChecking {

	/** Finer than anybody tells apart. */
	private static final MathContext DIGITS = new MathContext(6);

	/** How numbers lie in a range. */
	public enum Scale {

		LINEAR, LOGARITHMIC

	}

	public AxisSpecification {
		count = Objects.requireNonNullElse(count, 9);
		integer = Objects.requireNonNullElse(integer, false);
		scale = Objects.requireNonNullElse(scale,
				(from != null && to != null && from > 0 && to > 10 * from) ? Scale.LOGARITHMIC : Scale.LINEAR);
	}

	@Override
	public void check(Faults faults) {
		if (values != null) {
			faults.require(from == null && to == null, "must have either values, or from and to");
			return;
		}
		if (from == null || to == null) {
			faults.add("must have either values, or from and to");
			return;
		}
		faults.at("to").require(Double.isFinite(to) && to > from, "must be above from, which is " + from);
		faults.at("from")
			.require(Double.isFinite(from) && (scale == Scale.LINEAR || from > 0),
					"must be above 0 on a logarithmic scale");
	}

	/** Whether its values are numbers that lie between two ends. */
	@JsonIgnore
	public boolean isRange() {
		return values == null;
	}

	/** How many values a grid has along it. */
	int size() {
		return (values != null) ? values.size() : count;
	}

	/** The value with this number, from 0, of a grid. */
	@Nullable Object value(int index) {
		return (values != null) ? values.get(index) : number(index / (count - 1.0));
	}

	/**
	 * The value at a place along it.
	 * @param share from 0 to 1
	 */
	public @Nullable Object valueAt(double share) {
		return (values != null) ? values.get(Math.min((int) (share * values.size()), values.size() - 1))
				: number(share);
	}

	private Object number(double share) {
		double low = Objects.requireNonNull(from);
		double high = Objects.requireNonNull(to);
		double number = (scale == Scale.LOGARITHMIC)
				? rounded(Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low))))
				: rounded(low + share * (high - low));
		double inside = Math.clamp(number, low, high);
		if (integer) {
			return Math.round(inside);
		}
		return inside;
	}

	private static double rounded(double number) {
		return new BigDecimal(number).round(DIGITS).doubleValue();
	}

}
