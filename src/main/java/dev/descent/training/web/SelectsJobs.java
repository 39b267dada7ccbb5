package dev.descent.training.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the parameters of a {@link JobSelection}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
		@Parameter(in = ParameterIn.QUERY, name = "state", style = ParameterStyle.FORM, explode = Explode.FALSE,
				description = "Only those in one of these states, separated by commas.", example = "succeeded",
				array = @ArraySchema(schema = @Schema(type = "string",
						allowableValues = { "queued", "running", "paused", "succeeded", "failed", "cancelled",
								"diverged" }))),
		@Parameter(in = ParameterIn.QUERY, name = "label.course",
				description = "Only those with this value of the label `course`. Any label may stand behind the dot, and "
						+ "there may be any number of them.",
				example = "ml-101", schema = @Schema(type = "string")),
		@Parameter(in = ParameterIn.QUERY, name = "name",
				description = "Only those with this in their names, whatever the case.", example = "moons",
				schema = @Schema(type = "string", minLength = 1)) })
public @interface SelectsJobs {

}
