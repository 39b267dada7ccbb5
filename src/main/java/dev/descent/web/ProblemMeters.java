package dev.descent.web;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.ServletException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Counts the answers that are problems, as a meter. It stands where an access log would:
 * there Tomcat tells of every answer, also to what it refused before the application knew
 * of it, and of what another thread answered later.
 */
final class ProblemMeters extends ValveBase implements AccessLog, MeterBinder {

	private final Map<Problem, LongAdder> answers = new ConcurrentHashMap<>();

	ProblemMeters() {
		super(true);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (var problem : Problem.values()) {
			FunctionCounter.builder("descent.problems", count(problem), LongAdder::sum)
				.description("Answers that are problems, by the last part of their type")
				.tags("type", problem.type(), "status", String.valueOf(problem.status().value()))
				.register(registry);
		}
	}

	private LongAdder count(Problem problem) {
		return answers.computeIfAbsent(problem, (_) -> new LongAdder());
	}

	@Override
	public void log(Request request, Response response, long nanos) {
		int status = response.getStatus();
		if (status >= 400) {
			count(Problem.of(status)).increment();
		}
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
	}

	/** Concerns what a log writes of a request; here nothing is. */
	@Override
	public void setRequestAttributesEnabled(boolean enabled) {
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return false;
	}

}
