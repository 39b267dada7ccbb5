package dev.descent.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: in its body or in a parameter.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body; empty for the whole body
 * @param parameter the name of a query parameter or header
 * @param detail what must hold, as a phrase that follows the field's name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that is wrong with a request.")
public record Fault(
		@Schema(description = "JSON Pointer (RFC 6901) to the field of the body; empty for the whole body.",
				example = "/network/hiddenLayers/0/units") @Nullable String pointer,
		@Schema(description = "The query parameter or header, where the fault is not in the body.",
				example = "resolution") @Nullable String parameter,
		@Schema(description = "What must hold.", example = "must be less than or equal to 512") String detail) {

	public Fault(String pointer, String detail) {
		this(pointer, null, detail);
	}

	/** A fault of a query parameter or a header. */
	public static Fault ofParameter(String parameter, String detail) {
		return new Fault(null, parameter, detail);
	}

}
