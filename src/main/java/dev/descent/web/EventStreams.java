package dev.descent.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

import dev.descent.limits.Departures;
import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.TooBusyException;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with streams of server-sent events. Each has a virtual thread of its own, which
 * asks for news only when its client has read the last: a client that reads slowly holds
 * up nobody, and gets the newest.
 */
public final class EventStreams implements AsyncHandlerMethodReturnValueHandler {

	static final String MEDIA_TYPE = "text/event-stream";

	private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

	/** Sent at once, so that the client sees that the stream is open. */
	private static final byte[] OPENING = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.US_ASCII);

	/** Bytes of news that are worth counting. */
	private static final int LARGE = 1 << 14;

	/** The news themselves, as bytes, and in the container. */
	private static final long COPIES = 3;

	/** How long a service that stops waits for those who do not read. */
	private static final Duration LAST_PATIENCE = Duration.ofMillis(500);

	private final JsonMapper mapper;

	private final Limits limits;

	private final CurrentOwner owners;

	private final WorkingMemory memory;

	private final StreamSettings settings;

	private final LongSupplier ticker;

	private final Departures departures;

	/** The threads of the open ones, and for whom they are. */
	private final Map<Thread, Owner> open = new HashMap<>();

	private boolean stopping;

	/**
	 * @param ticker nanoseconds from any origin
	 */
	EventStreams(JsonMapper mapper, Limits limits, CurrentOwner owners, WorkingMemory memory, StreamSettings settings,
			LongSupplier ticker) {
		this.mapper = mapper;
		this.limits = limits;
		this.owners = owners;
		this.memory = memory;
		this.settings = settings;
		this.ticker = ticker;
		this.departures = new Departures(ticker);
	}

	/** How many are open. */
	public synchronized int open() {
		return open.size();
	}

	@Override
	public boolean supportsReturnType(MethodParameter type) {
		return type.getParameterType() == EventStream.class;
	}

	@Override
	public boolean isAsyncReturnValue(@Nullable Object value, MethodParameter type) {
		return value instanceof EventStream;
	}

	@Override
	public void handleReturnValue(@Nullable Object value, MethodParameter type, ModelAndViewContainer container,
			NativeWebRequest exchange) throws IOException {
		if (!(value instanceof EventStream<?> stream)
				|| !(exchange.getNativeRequest() instanceof HttpServletRequest request)
				|| !(exchange.getNativeResponse() instanceof HttpServletResponse response)) {
			throw new IllegalArgumentException("not a stream in answer to an HTTP request");
		}
		container.setRequestHandled(true);
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			begin(response);
			return;
		}
		open(stream, request, response);
	}

	private static void begin(HttpServletResponse response) {
		response.setContentType(MEDIA_TYPE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		// Asks nginx, which would collect what comes, to pass it on.
		response.setHeader("X-Accel-Buffering", "no");
	}

	private synchronized void open(EventStream<?> stream, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (stopping) {
			throw new TooBusyException("The service is about to stop; try again later.", Duration.ofSeconds(5));
		}
		var owner = owners.get();
		requireRoom(owner);
		begin(response);
		var context = request.startAsync(request, response);
		context.setTimeout(0);
		var output = new EventOutput(response.getOutputStream(), ticker);
		var thread = Thread.ofVirtual().name("event-stream").unstarted(() -> {
			try (var loan = memory.open()) {
				loan.run(() -> run(stream, output, context));
			}
		});
		context.addListener(new Failure(output, thread));
		open.put(thread, owner);
		thread.start();
	}

	private void requireRoom(Owner owner) {
		if (open.size() >= limits.streams()) {
			throw new TooBusyException(
					"There are " + limits.streams() + " open streams, as many as allowed; try again later.",
					departures.untilNext());
		}
		if (!owner.equals(Owner.ANYONE)
				&& open.values().stream().filter(owner::equals).count() >= limits.streamsPerOwner()) {
			throw new TooBusyException(
					"You have " + limits.streamsPerOwner()
							+ " open streams, as many as one owner of keys may; try again later.",
					departures.untilNext());
		}
	}

	/**
	 * The container gives up a connection; the thread must be through with it before that
	 * is used again.
	 */
	private record Failure(EventOutput output, Thread thread) implements AsyncListener {

		@Override
		public void onError(AsyncEvent event) {
			output.onError(event.getThrowable());
			thread.interrupt();
			try {
				thread.join(LAST_PATIENCE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
		}

		@Override
		public void onTimeout(AsyncEvent event) {
		}

		@Override
		public void onComplete(AsyncEvent event) {
		}

	}

	private synchronized void closed(Thread thread) {
		open.remove(thread);
		departures.note();
	}

	/**
	 * Ends all streams at once, so that a service that stops need not wait for them.
	 */
	@EventListener(ContextClosedEvent.class)
	synchronized void stop() {
		stopping = true;
		open.keySet().forEach(Thread::interrupt);
	}

	private void run(EventStream<?> stream, EventOutput output, AsyncContext context) {
		try {
			follow(stream, output);
		}
		catch (InterruptedException ex) {
			takeLeave(stream.source(), output);
		}
		catch (IOException ex) {
			log.debug("A stream ended before its time", ex);
		}
		catch (TooBusyException ex) {
			log.debug("A stream was cut off; its client will come again", ex);
		}
		catch (RuntimeException ex) {
			log.error("A stream failed", ex);
		}
		finally {
			closed(Thread.currentThread());
			complete(context);
		}
	}

	private void follow(EventStream<?> stream, EventOutput output) throws IOException, InterruptedException {
		var source = stream.source();
		output.awaitRead(settings.patience());
		output.write(OPENING);
		long now = ticker.getAsLong();
		long next = now;
		long heartbeat = now + settings.heartbeat().toNanos();
		while (true) {
			boolean measured = now - next >= 0;
			var news = source.news(measured);
			if (measured) {
				next = now + stream.interval().toNanos();
			}
			boolean silent = news.isEmpty();
			if (!silent) {
				write(news, output);
			}
			else if (now - heartbeat >= 0) {
				output.write(HEARTBEAT);
				silent = false;
			}
			output.awaitRead(settings.patience());
			WorkingMemory.repay();
			if (source.hasEnded()) {
				return;
			}
			now = ticker.getAsLong();
			if (!silent) {
				heartbeat = now + settings.heartbeat().toNanos();
			}
			await(source.change(), Math.min(next, heartbeat) - now);
			now = ticker.getAsLong();
		}
	}

	/** Large news are held until the client has read them. */
	private void write(List<ServerEvent> news, EventOutput output) throws IOException {
		byte[] bytes = bytes(news);
		if (bytes.length > LARGE) {
			WorkingMemory.borrow(COPIES * bytes.length);
		}
		output.write(bytes);
	}

	private static void await(CompletableFuture<?> change, long nanos) throws InterruptedException {
		try {
			change.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			// There is no change yet.
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			change.cancel(false);
		}
	}

	private byte[] bytes(List<ServerEvent> events) throws IOException {
		var bytes = new ByteArrayOutputStream();
		for (var event : events) {
			String head = "id: " + event.id() + "\nevent: " + event.name() + "\ndata: ";
			bytes.write(head.getBytes(StandardCharsets.UTF_8));
			bytes.write((event.data() instanceof byte[] json) ? json : mapper.writeValueAsBytes(event.data()));
			bytes.write('\n');
			bytes.write('\n');
		}
		return bytes.toByteArray();
	}

	/** Tells a client that reads that the service stops. */
	private void takeLeave(EventSource source, EventOutput output) {
		try {
			output.awaitRead(LAST_PATIENCE);
			if (!source.hasEnded()) {
				var last = new ArrayList<>(source.news(false));
				if (!source.hasEnded()) {
					last.add(source.farewell());
				}
				output.write(bytes(last));
				output.awaitRead(LAST_PATIENCE);
			}
		}
		catch (IOException | RuntimeException ex) {
			log.debug("A client was not told that the service stops", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void complete(AsyncContext context) {
		try {
			context.complete();
		}
		catch (IllegalStateException ex) {
			log.debug("The container has closed the connection already", ex);
		}
	}

}
