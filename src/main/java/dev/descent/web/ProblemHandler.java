package dev.descent.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.descent.problem.ConflictException;
import dev.descent.problem.Fault;
import dev.descent.problem.ForbiddenException;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.problem.StorageFullException;
import dev.descent.problem.Suggestion;
import dev.descent.problem.TooBusyException;
import dev.descent.problem.TooManyRequestsException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/** The one place where an exception becomes an answer (RFC 9457). */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(RefusedException exception) {
		return invalid(exception.faults());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notFound(NotFoundException exception) {
		return answer(Problem.NOT_FOUND, exception);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> conflict(ConflictException exception) {
		return answer(Problem.CONFLICT, exception);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> forbidden(ForbiddenException exception) {
		return answer(Problem.FORBIDDEN, exception);
	}

	/** The role of the key does not allow it. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> accessDenied(AccessDeniedException exception) {
		log.debug("A key was used for more than it is for", exception);
		return status(Problem.FORBIDDEN).body(Problem.FORBIDDEN.detail("The key may be used for looking only."));
	}

	/** There is no key, or one that is not known. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> unauthorized(AuthenticationException exception) {
		boolean without = exception instanceof InsufficientAuthenticationException;
		return status(Problem.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE, without ? "Bearer" : "Bearer error=\"invalid_token\"")
			.body(Problem.UNAUTHORIZED.detail(without ? "Send an API key as Authorization: Bearer KEY."
					: "The API key is not one that is known here."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooManyRequests(TooManyRequestsException exception) {
		return busy(Problem.TOO_MANY_REQUESTS, exception, exception.retryAfter());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> storageFull(StorageFullException exception) {
		return answer(Problem.STORAGE_FULL, exception);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tooBusy(TooBusyException exception) {
		return busy(Problem.TOO_BUSY, exception, exception.retryAfter());
	}

	private static ResponseEntity<ProblemDetail> busy(Problem problem, Exception exception, Duration retryAfter) {
		return status(problem).header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()))
			.body(problem.detail(String.valueOf(exception.getMessage())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refusedBody(RefusedBodyException exception) {
		return answer(exception.problem(), exception);
	}

	/** Tomcat cannot decode the query or a form. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> undecodable(InvalidParameterException exception) {
		log.debug("A request was malformed", exception);
		return status(Problem.MALFORMED_REQUEST)
			.body(Problem.MALFORMED_REQUEST.detail("The query cannot be decoded: is a % not followed by two digits?"));
	}

	/** What the firewall lets nobody ask. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> rejected(RequestRejectedException exception, HttpServletRequest request) {
		log.debug("A request was not let in", exception);
		var detail = Problem.MALFORMED_REQUEST.detail("""
				The address or a header has characters that are not allowed here, or Host names a host that this \
				service does not answer for.""");
		// A path that begins with // is taken for a host where there is no other.
		detail.setInstance(URI.create(request.getRequestURI().replaceFirst("^/+", "/")));
		return status(Problem.MALFORMED_REQUEST).body(detail);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unforeseen(Exception exception) {
		log.error("A request failed", exception);
		return status(Problem.INTERNAL_ERROR)
			.body(Problem.INTERNAL_ERROR.detail("It has been logged. Your request may be all right."));
	}

	private static ResponseEntity<ProblemDetail> answer(Problem problem, Exception exception) {
		return status(problem).body(problem.detail(String.valueOf(exception.getMessage())));
	}

	private static ResponseEntity<ProblemDetail> invalid(List<Fault> faults) {
		String detail = (faults.size() == 1) ? "One thing must be changed; see errors."
				: faults.size() + " things must be changed; see errors.";
		return status(Problem.INVALID_REQUEST).body(Problem.INVALID_REQUEST.detail(detail, faults));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var refused = RefusedBodyException.in(exception);
		if (refused != null) {
			return answer(refused.problem(), String.valueOf(refused.getMessage()), headers);
		}
		if (exception.getCause() instanceof JacksonException json) {
			return answer(Problem.MALFORMED_REQUEST, whyNotJson(json), headers);
		}
		return answer(Problem.MALFORMED_REQUEST,
				"The request needs a whole body; {} is enough where every field has a default.", headers);
	}

	private static String whyNotJson(JacksonException exception) {
		String fault = switch (exception) {
			case StreamConstraintsException _ ->
				"The body is nested too deeply, or has a number or a name that is too long";
			case MismatchedInputException _ -> "The body has a field twice";
			default -> "The body is not JSON";
		};
		var location = exception.getLocation();
		return (location != null && location.getLineNr() > 0)
				? fault + ": see line " + location.getLineNr() + ", column " + location.getColumnNr() + "."
				: fault + ".";
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException exception, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		var faults = new ArrayList<Fault>();
		exception.getParameterValidationResults().forEach((result) -> {
			String name = name(result.getMethodParameter());
			result.getResolvableErrors()
				.forEach((error) -> faults
					.add(Fault.ofParameter((error instanceof FieldError field) ? field.getField() : name,
							String.valueOf(error.getDefaultMessage()))));
		});
		return status(Problem.INVALID_REQUEST).body(invalid(faults).getBody());
	}

	/** Parameters of a query that belong together. */
	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		for (var error : exception.getFieldErrors()) {
			if (error.isBindingFailure()) {
				return unreadable(error.getField(), error.unwrap(TypeMismatchException.class));
			}
		}
		return status(Problem.INVALID_REQUEST).body(invalid(exception.getFieldErrors()
			.stream()
			.map((error) -> Fault.ofParameter(error.getField(), String.valueOf(error.getDefaultMessage())))
			.toList()).getBody());
	}

	/** As the client knows it. */
	private static String name(MethodParameter parameter) {
		var header = parameter.getParameterAnnotation(RequestHeader.class);
		return (header != null) ? header.name() : String.valueOf(parameter.getParameterName());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException exception, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String name = (exception instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: String.valueOf(exception.getPropertyName());
		return unreadable(name, exception);
	}

	private static ResponseEntity<Object> unreadable(String name, TypeMismatchException exception) {
		Object value = exception.getValue();
		var fault = Fault.ofParameter(name, wanted(exception.getRequiredType(), value));
		var problem = Problem.MALFORMED_REQUEST.detail("The parameter '" + name + "' cannot be read.", List.of(fault));
		return status(Problem.MALFORMED_REQUEST).body(problem);
	}

	private static String wanted(@Nullable Class<?> type, @Nullable Object value) {
		if (type != null && type.isEnum()) {
			var known = Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.toList();
			return "is not known; " + Suggestion.among(String.valueOf(value), known);
		}
		return (type == Integer.class || type == int.class) ? "must be a whole number" : "cannot be read";
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
			HttpRequestMethodNotSupportedException exception, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		String[] supported = exception.getSupportedMethods();
		return answer(Problem.METHOD_NOT_ALLOWED,
				"The method " + exception.getMethod() + " is not allowed here; "
						+ Arrays.stream((supported != null) ? supported : new String[0])
							.sorted()
							.collect(Collectors.joining(", "))
						+ " may be used.",
				headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
			HttpMediaTypeNotSupportedException exception, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return answer(Problem.UNSUPPORTED_MEDIA_TYPE,
				"The body must be " + list(exception.getSupportedMediaTypes()) + "; say so in Content-Type.", headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
			HttpMediaTypeNotAcceptableException exception, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return answer(Problem.NOT_ACCEPTABLE,
				"The answer can be " + list(exception.getSupportedMediaTypes()) + "; say which in Accept.", headers);
	}

	/** Some answers lack a representation that others of the same operation have. */
	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotWritable(HttpMessageNotWritableException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (exception.getCause() == null) {
			return answer(Problem.NOT_ACCEPTABLE,
					"This answer has no such representation; image/gif is only there with format=frames.", headers);
		}
		return super.handleHttpMessageNotWritable(exception, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return nothingHere(headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(NoHandlerFoundException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return nothingHere(headers);
	}

	private static ResponseEntity<Object> nothingHere(HttpHeaders headers) {
		return answer(Problem.NOT_FOUND, "There is nothing at this address; /swagger-ui.html lists what there is.",
				headers);
	}

	/** Everything else that Spring finds wrong with a request, without its wording. */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception exception, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (status.is4xxClientError()) {
			log.debug("A request was malformed", exception);
			return answer(Problem.MALFORMED_REQUEST, "Something that this request needs is missing or out of place.",
					headers);
		}
		log.error("A request failed", exception);
		return answer(Problem.INTERNAL_ERROR, "It has been logged. Your request may be all right.", headers);
	}

	private static ResponseEntity<Object> answer(Problem problem, String detail, HttpHeaders headers) {
		return status(problem).headers(headers).body(problem.detail(detail));
	}

	/**
	 * The beginning of an answer. Its type is said here, as Spring would give no body at
	 * all to a client whose Accept cannot be read.
	 */
	private static BodyBuilder status(Problem problem) {
		return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private static String list(List<MediaType> types) {
		return types.stream()
			.filter(MediaType::isConcrete)
			.map(MediaType::toString)
			.distinct()
			.sorted()
			.collect(Collectors.joining(" or "));
	}

}
