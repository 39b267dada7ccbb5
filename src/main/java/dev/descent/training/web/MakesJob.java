package dev.descent.training.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.descent.web.MadeOnce;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Documents the answers of an operation that makes a job from another. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "202", description = "The new job is accepted.",
		headers = {
				@Header(name = "Location", description = "Where it is.",
						schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")),
				@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
						schema = @Schema(type = "string", example = "true")) })
@ApiResponse(responseCode = "200", description = """
		The new job has ended: within the time the client wanted to wait, or before an earlier request was sent \
		again.""",
		headers = {
				@Header(name = "Location", description = "Where it is.",
						schema = @Schema(type = "string", example = "/api/v1/training-jobs/example")),
				@Header(name = "Preference-Applied", description = "The preference that was honoured.",
						schema = @Schema(type = "string", example = "wait=10")),
				@Header(name = MadeOnce.REPLAYED, description = MadeOnce.REPLAYED_DESCRIPTION,
						schema = @Schema(type = "string", example = "true")) })
public @interface MakesJob {

}
