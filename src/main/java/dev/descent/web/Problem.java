package dev.descent.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import dev.descent.problem.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of problems that the API answers with; each has a stable type. */
public enum Problem {

	MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "malformed-request", "The request cannot be read",
			"The body is not JSON: see line 1, column 2."),

	INVALID_REQUEST(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "The request cannot be accepted as it is",
			"One thing must be changed; see errors."),

	UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "unauthorized", "A key is needed",
			"Send an API key as Authorization: Bearer KEY."),

	FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "This is not allowed with this key",
			"The key may be used for looking only."),

	NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is no such thing",
			"There is no training job 'x'; it may have expired."),

	CONFLICT(HttpStatus.CONFLICT, "conflict", "The present state does not allow this",
			"The job has not ended; cancel it before you delete it."),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The method is not allowed here",
			"The method PUT is not allowed here; GET, POST may be used."),

	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "There is no such representation",
			"The answer can be application/json; say which in Accept."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
			"The body has a type that is not understood", "The body must be application/json; say so in Content-Type."),

	TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "too-slow", "The request comes too slowly",
			"The body must come with at least 16,384 bytes a second, but after 11 s only 12 had come."),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large",
			"The body may have 16,777,216 bytes at most."),

	TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "This key calls too often",
			"This key may call 600 times in 60 seconds; try again later."),

	STORAGE_FULL(HttpStatus.INSUFFICIENT_STORAGE, "storage-full", "There is no room left",
			"The service keeps at most 200 datasets; delete one to make room."),

	TOO_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "too-busy", "There is too much to do",
			"There are 200 active jobs, as many as allowed; try again later."),

	INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something failed on the side of the service",
			"It has been logged. Your request may be all right.");

	private final HttpStatus status;

	private final String type;

	private final String title;

	private final String example;

	Problem(HttpStatus status, String type, String title, String example) {
		this.status = status;
		this.type = type;
		this.title = title;
		this.example = example;
	}

	/** The problem that is meant by a status; the nearest one if there is none. */
	static Problem of(int status) {
		return Arrays.stream(values())
			.filter((problem) -> problem.status.value() == status)
			.findFirst()
			.orElse((status < 500) ? MALFORMED_REQUEST : INTERNAL_ERROR);
	}

	public HttpStatus status() {
		return status;
	}

	/** The last part of its address. */
	String type() {
		return type;
	}

	public String title() {
		return title;
	}

	/** A detail as it may stand in an answer. */
	public String example() {
		return example;
	}

	public ProblemDetail detail(String detail) {
		var problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + type));
		problem.setTitle(title);
		return problem;
	}

	public ProblemDetail detail(String detail, List<Fault> faults) {
		var problem = detail(detail);
		problem.setProperty("errors", faults);
		return problem;
	}

}
