package dev.descent.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import dev.descent.outbound.Destinations;
import dev.descent.outbound.ForbiddenAddressException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLException;

/**
 * Posts over HTTP, to addresses that may be called only: the client connects to what the
 * destinations have resolved and asks nobody else. It follows no redirect, keeps no
 * connection, uses no proxy, and does not read the body of an answer.
 */
final class HttpTransport implements Transport, AutoCloseable {

	/** Of an answer; what exceeds them ends the attempt. */
	private static final Http1Config ANSWER_LIMITS = Http1Config.custom()
		.setMaxHeaderCount(100)
		.setMaxLineLength(8192)
		.build();

	private final Destinations destinations;

	private final Duration timeout;

	/** Made for the first message, so that those who send none do not wait for it. */
	private @Nullable CloseableHttpClient client;

	private final int concurrency;

	private final ScheduledExecutorService deadlines = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

	HttpTransport(Destinations destinations, Duration timeout, int concurrency) {
		this.destinations = destinations;
		this.timeout = timeout;
		this.concurrency = concurrency;
	}

	private synchronized CloseableHttpClient client() {
		if (client == null) {
			client = newClient();
		}
		return client;
	}

	private CloseableHttpClient newClient() {
		var limit = Timeout.of(timeout);
		var connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(new AllowedAddresses())
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(ANSWER_LIMITS).build())
			.setMaxConnTotal(concurrency)
			.setMaxConnPerRoute(concurrency)
			.setDefaultConnectionConfig(
					ConnectionConfig.custom().setConnectTimeout(limit).setSocketTimeout(limit).build())
			.build();
		return HttpClients.custom()
			.setConnectionManager(connections)
			.setConnectionReuseStrategy((_, _, _) -> false)
			.setDefaultRequestConfig(
					RequestConfig.custom().setConnectionRequestTimeout(limit).setResponseTimeout(limit).build())
			.setUserAgent("Descent")
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableContentCompression()
			.build();
	}

	@Override
	public Outcome post(URI to, Map<String, String> headers, byte[] body) {
		var request = new HttpPost(to);
		headers.forEach(request::setHeader);
		request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		try {
			return post(request);
		}
		catch (ForbiddenAddressException _) {
			return Outcome.refused("the host is at an address that is not public, which the operator does not allow");
		}
		catch (IOException | RuntimeException ex) {
			return Outcome.failed(request.isCancelled() ? "no answer in time" : reason(ex));
		}
	}

	private Outcome post(HttpPost request) throws IOException {
		// The client's own limits are for each read; this one is for all of it.
		var deadline = deadlines.schedule(request::cancel, timeout.toNanos(), TimeUnit.NANOSECONDS);
		try {
			var response = client().executeOpen(null, request, null);
			// Closing the answer would read on as long as chunks come; this gives up the
			// connection.
			request.cancel();
			return Outcome.answered(response.getCode());
		}
		finally {
			deadline.cancel(false);
		}
	}

	private static String reason(Exception exception) {
		return switch (exception) {
			case UnknownHostException _ -> "the name of the host is not known";
			case SSLException _ -> "no trusted connection could be made";
			case ConnectException _ -> "no connection could be made";
			case InterruptedIOException _ -> "no answer in time";
			default -> "the connection broke off";
		};
	}

	@Override
	public synchronized void close() {
		deadlines.shutdownNow();
		if (client != null) {
			client.close(CloseMode.IMMEDIATE);
		}
	}

	private final class AllowedAddresses implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			return destinations.resolve(host);
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
