package dev.descent.catalog;

import java.math.BigDecimal;
import java.time.Duration;

import io.swagger.v3.oas.annotations.media.Schema;

/** The least or the greatest value that is accepted. */
@Schema(description = "The least or the greatest value that is accepted.")
public record Bound(@Schema(types = {
		"number", "string" }, description = "The bound; an ISO 8601 duration where durations are.",
		example = "0") Object value,
		@Schema(description = "Whether the bound itself is accepted.", example = "true") boolean inclusive){

	/** A whole number stays one, so that it is not written with a fraction. */
	static Bound of(String number, boolean inclusive) {
		var exact = new BigDecimal(number);
		boolean whole = exact.stripTrailingZeros().scale() <= 0 && exact.precision() - exact.scale() <= 18;
		return new Bound(whole ? (Number) exact.longValueExact() : (Number) exact.doubleValue(), inclusive);
	}

	static Bound of(Duration duration, boolean inclusive) {
		return new Bound(duration.toString(), inclusive);
	}

}
