package dev.descent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what Tomcat refuses before it knows the application, such as an address with a
 * stray percent sign, into a problem; Tomcat's own report is a page.
 */
public final class ProblemReportValve extends ErrorReportValve {

	/** On a request whose body Tomcat is not to read to its end. */
	static final String UNREAD = ProblemReportValve.class.getName() + ".UNREAD";

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		super.invoke(request, response);
		if (request.getAttribute(UNREAD) != null) {
			request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		var problem = (status == 500) ? Problem.INTERNAL_ERROR : Problem.MALFORMED_REQUEST;
		response.setStatus(problem.status().value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		try {
			response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(content(problem)));
			response.finishResponse();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> content(Problem problem) {
		var detail = problem.detail("The request line or a header is not valid HTTP, or not allowed here.");
		return Map.of("type", String.valueOf(detail.getType()), "title", problem.title(), "status",
				problem.status().value(), "detail", String.valueOf(detail.getDetail()));
	}

}
