package dev.descent.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a {@link Pending} answer when its event has come, when the time is up, or when
 * the service stops. No thread waits for it, and the request does not go through the
 * filters and to the controller a second time, which Spring's own deferred results do.
 */
@Component
final class PendingAnswers implements AsyncHandlerMethodReturnValueHandler {

	private static final Logger log = LoggerFactory.getLogger(PendingAnswers.class);

	private final JsonMapper mapper;

	private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

	private volatile boolean stopping;

	PendingAnswers(JsonMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public boolean supportsReturnType(MethodParameter type) {
		return type.getParameterType() == Pending.class;
	}

	@Override
	public boolean isAsyncReturnValue(@Nullable Object value, MethodParameter type) {
		return value instanceof Pending;
	}

	@Override
	public void handleReturnValue(@Nullable Object value, MethodParameter type, ModelAndViewContainer container,
			NativeWebRequest exchange) throws IOException {
		if (!(value instanceof Pending<?> pending)
				|| !(exchange.getNativeRequest() instanceof HttpServletRequest request)
				|| !(exchange.getNativeResponse() instanceof HttpServletResponse response)) {
			throw new IllegalArgumentException("not a pending answer to an HTTP request");
		}
		container.setRequestHandled(true);
		if (pending.event().isDone()) {
			write(pending, response);
			return;
		}
		var context = request.startAsync(request, response);
		// The time is kept here: the container would give up what is about to be
		// answered.
		context.setTimeout(0);
		var answer = new Waiting(pending, response, context);
		waiting.add(answer);
		context.addListener(answer);
		var _ = pending.event().whenComplete((_, _) -> answer.begin());
		answer.limit(pending.longest());
		if (stopping) {
			answer.begin();
		}
	}

	/** Answers all at once, so that a service that stops need not wait for them. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		stopping = true;
		waiting.forEach(Waiting::begin);
	}

	/** An answer that has not been given yet. */
	private final class Waiting implements AsyncListener {

		private final Pending<?> pending;

		private final HttpServletResponse response;

		private final AsyncContext context;

		/** Whether somebody answers already, or nobody can any more. */
		private final AtomicBoolean taken = new AtomicBoolean();

		/** Whether the container has given the client up. */
		private volatile boolean gone;

		private final CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();

		Waiting(Pending<?> pending, HttpServletResponse response, AsyncContext context) {
			this.pending = pending;
			this.response = response;
			this.context = context;
		}

		void limit(Duration longest) {
			var _ = timer.completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS).thenRun(this::begin);
		}

		void begin() {
			if (take()) {
				context.start(() -> {
					if (!gone) {
						conclude(pending, response, context);
					}
				});
			}
		}

		private boolean take() {
			boolean isOurs = taken.compareAndSet(false, true);
			if (isOurs) {
				waiting.remove(this);
				timer.cancel(false);
				pending.event().cancel(false);
			}
			return isOurs;
		}

		@Override
		public void onTimeout(AsyncEvent event) {
		}

		@Override
		public void onError(AsyncEvent event) {
			gone = true;
			take();
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
		}

		@Override
		public void onComplete(AsyncEvent event) {
		}

	}

	private void conclude(Pending<?> pending, HttpServletResponse response, AsyncContext context) {
		try {
			write(pending, response);
		}
		catch (IOException ex) {
			log.debug("The client is gone", ex);
		}
		catch (RuntimeException ex) {
			log.error("An answer could not be made", ex);
			refuse(response);
		}
		finally {
			context.complete();
		}
	}

	private void write(Pending<?> pending, HttpServletResponse response) throws IOException {
		var answer = pending.answer().get();
		response.setStatus(answer.getStatusCode().value());
		answer.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		mapper.writeValue(response.getOutputStream(), answer.getBody());
	}

	private static void refuse(HttpServletResponse response) {
		try {
			response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
		}
		catch (IOException | IllegalStateException ex) {
			log.debug("The answer had begun", ex);
		}
	}

}
