package dev.descent.figure.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.descent.web.QueryNames;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** The result can be drawn; documents how a reader may want it. */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@QueryNames({ "theme", "width", "height", "log", "view", "download" })
@Parameters({
		@Parameter(in = ParameterIn.QUERY, name = "theme", description = "Figures: dark on light, or light on dark.",
				example = "light",
				schema = @Schema(type = "string", allowableValues = { "light", "dark" }, defaultValue = "light")),
		@Parameter(in = ParameterIn.QUERY, name = "width", description = "Figures: pixels, 200 to 2000.",
				example = "800",
				schema = @Schema(type = "integer", minimum = "200", maximum = "2000", defaultValue = "800")),
		@Parameter(in = ParameterIn.QUERY, name = "height", description = "Figures: pixels, 200 to 2000.",
				example = "600",
				schema = @Schema(type = "integer", minimum = "200", maximum = "2000", defaultValue = "600")),
		@Parameter(in = ParameterIn.QUERY, name = "log",
				description = "Figures: whether losses, heights and rates are on a logarithmic scale.",
				example = "false", schema = @Schema(type = "boolean", defaultValue = "false")),
		@Parameter(in = ParameterIn.QUERY, name = "view",
				description = "Figures of surfaces: from above with contour lines, or in three dimensions.",
				example = "contour",
				schema = @Schema(type = "string", allowableValues = { "contour", "surface" },
						defaultValue = "contour")),
		@Parameter(in = ParameterIn.QUERY, name = "download",
				description = "Whether browsers are to save the answer, whatever its type, under a name of its own.",
				example = "false", schema = @Schema(type = "boolean", defaultValue = "false")) })
public @interface Drawn {

}
