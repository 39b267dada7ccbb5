package dev.descent.web;

import java.net.URI;
import java.util.List;

import dev.descent.problem.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of problems that the API answers with; each has a stable type. */
enum Problem {

	MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "malformed-request", "The request cannot be read"),

	INVALID_REQUEST(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "The request cannot be accepted as it is"),

	NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is no such thing"),

	CONFLICT(HttpStatus.CONFLICT, "conflict", "The present state does not allow this"),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The method is not allowed here"),

	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "There is no such representation"),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
			"The body has a type that is not understood"),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large"),

	STORAGE_FULL(HttpStatus.INSUFFICIENT_STORAGE, "storage-full", "There is no room left"),

	TOO_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "too-busy", "There is too much to do"),

	INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something failed on the side of the service");

	private final HttpStatus status;

	private final String type;

	private final String title;

	Problem(HttpStatus status, String type, String title) {
		this.status = status;
		this.type = type;
		this.title = title;
	}

	HttpStatus status() {
		return status;
	}

	ProblemDetail detail(String detail) {
		var problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + type));
		problem.setTitle(title);
		return problem;
	}

	ProblemDetail detail(String detail, List<Fault> faults) {
		var problem = detail(detail);
		problem.setProperty("errors", faults);
		return problem;
	}

}
