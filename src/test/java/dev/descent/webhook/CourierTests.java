package dev.descent.webhook;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.descent.outbound.Destinations;
import dev.descent.training.specification.JobEvent;
import dev.descent.training.specification.WebhookSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With real receivers; pauses are noted and take no time. */
class CourierTests {

	private static final List<Duration> DELAYS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
			Duration.ofSeconds(25));

	private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

	private static final Executor AT_ONCE = Runnable::run;

	private final List<Duration> pauses = new ArrayList<>();

	private final List<HttpTransport> transports = new ArrayList<>();

	@AfterEach
	void close() {
		transports.forEach(HttpTransport::close);
	}

	@Test
	void aMessageIsSignedAndNamed() {
		try (var receiver = Receiver.answering(204)) {
			var delivery = deliver(receiver.url(), "0123456789abcdef");
			var received = receiver.next();
			assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
			assertThat(delivery.failure()).isNull();
			assertThat(received.body()).isEqualTo("{\"a\":1}");
			assertThat(received.header("Content-Type")).startsWith("application/json");
			assertThat(received.header("Descent-Delivery")).isEqualTo("d1");
			assertThat(received.header("Descent-Event")).isEqualTo("succeeded");
			// printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef
			assertThat(received.header("Descent-Signature"))
				.isEqualTo("t=1700000000,v1=9eb18f493f8ec135d9eb2dad817c369bb4e9cbfa818657897a7437c1cd8c3a23");
		}
	}

	@Test
	void withoutASecretThereIsNoSignature() {
		try (var receiver = Receiver.answering(200)) {
			deliver(receiver.url(), null);
			assertThat(receiver.next().headers()).doesNotContainKey("Descent-signature");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 503, 408, 429 })
	void whatMayPassIsTriedAgainUnderTheSameName(int status) {
		try (var receiver = Receiver.answering(status, status, 200)) {
			var delivery = deliver(receiver.url(), null);
			assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
			assertThat(delivery.attempts()).extracting((attempt) -> attempt.outcome().status())
				.containsExactly(status, status, 200);
			assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(5));
			var names = new HashSet<String>();
			for (int i = 0; i < 3; i++) {
				names.add(receiver.next().header("Descent-Delivery"));
			}
			assertThat(names).containsExactly("d1");
		}
	}

	@Test
	void atLastItIsGivenUp() {
		try (var receiver = Receiver.answering(500)) {
			var delivery = deliver(receiver.url(), null);
			assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
			assertThat(delivery.failure()).isEqualTo("answered with an error");
			assertThat(delivery.attempts()).hasSize(4);
			assertThat(pauses).isEqualTo(DELAYS);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 404, 410, 422 })
	void whatWillNotPassIsNotTriedAgain(int status) {
		try (var receiver = Receiver.answering(status)) {
			assertThat(deliver(receiver.url(), null).attempts()).hasSize(1);
			assertThat(pauses).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void noRedirectIsFollowed(int status) {
		try (var inner = Receiver.answering(200); var receiver = Receiver.redirecting(status, inner.url())) {
			var delivery = deliver(receiver.url(), null);
			assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
			assertThat(delivery.failure()).contains("redirect");
			assertThat(delivery.attempts()).hasSize(1);
			assertThat(inner.waiting()).isZero();
		}
	}

	@Test
	void nothingAtTheAddressIsTriedAgain() {
		int port;
		try (var receiver = Receiver.answering(200)) {
			port = receiver.port();
		}
		var delivery = deliver("http://127.0.0.1:" + port, null);
		assertThat(delivery.failure()).isEqualTo("no connection could be made");
		assertThat(delivery.attempts()).hasSize(4);
	}

	@Test
	void aReceiverThatHangsIsLeft() {
		try (var receiver = Receiver.hanging()) {
			var transport = transport(open(), Duration.ofMillis(50));
			var delivery = deliver(transport, receiver.url());
			assertThat(delivery.failure()).isEqualTo("no answer in time");
			assertThat(delivery.attempts()).hasSize(4);
		}
	}

	/** Each is answered as soon as the beginning has come, and never ends. */
	@ParameterizedTest
	@CsvSource({ "'HTTP/1.1 200 OK\r\n\r\n', y, DELIVERED",
			"'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\ny\r\n', DELIVERED",
			"'HTTP/1.1 200 OK\r\n', 'X: y\r\n', FAILED", "'HTTP/1.1 200 OK\r\nX: ', y, FAILED",
			"'', 'HTTP/1.1 100 Continue\r\n\r\n', FAILED" })
	void anAnswerWithoutEndIsLeft(String beginning, String rest, DeliveryState state) {
		try (var receiver = new EndlessReceiver(beginning, rest)) {
			var patience = (state == DeliveryState.DELIVERED) ? Duration.ofHours(1) : Duration.ofSeconds(1);
			var delivery = deliver(transport(open(), patience), receiver.url());
			assertThat(delivery.state()).isEqualTo(state);
		}
	}

	@Test
	void connectionsAreGivenBack() {
		try (var receiver = Receiver.answering(200)) {
			var transport = transport(open(), Duration.ofSeconds(5));
			for (int i = 0; i < 10; i++) {
				assertThat(deliver(transport, receiver.url()).attempts()).hasSize(1);
			}
		}
	}

	@Test
	void aReceiverThatHangsHoldsUpNobodyElse() {
		try (var hanging = Receiver.hanging();
				var receiver = Receiver.answering(200);
				var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var courier = courier(transport(open(), Duration.ofMinutes(1)), 2, 10, threads);
			courier.take(delivery(hanging.url(), null));
			hanging.next();
			courier.take(delivery(receiver.url(), null));
			receiver.next();
			threads.shutdownNow();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1" })
	void aNameThatLeadsInsideIsRefusedAndNotTriedAgain(String address) {
		try (var receiver = Receiver.answering(200)) {
			var careful = new Destinations(false, (_) -> new InetAddress[] { InetAddress.ofLiteral(address) });
			var delivery = deliver(transport(careful, Duration.ofMinutes(1)),
					"http://hooks.example.org:" + receiver.port());
			assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
			assertThat(delivery.failure()).contains("not public");
			assertThat(delivery.attempts()).hasSize(1);
			assertThat(receiver.waiting()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost" })
	void aLiteralThatLeadsInsideIsRefusedToo(String host) {
		try (var receiver = Receiver.answering(200)) {
			var careful = new Destinations(false, InetAddress::getAllByName);
			var delivery = deliver(transport(careful, Duration.ofMinutes(1)), "http://" + host + ":" + receiver.port());
			assertThat(delivery.failure()).contains("not public");
			assertThat(receiver.waiting()).isZero();
		}
	}

	/** The second answer of a name that changes is never asked for. */
	@Test
	void theAddressThatWasCheckedIsTheOneConnectedTo() {
		var asked = new ArrayList<String>();
		try (var receiver = Receiver.answering(200)) {
			var destinations = new Destinations(true, (host) -> {
				asked.add(host);
				return new InetAddress[] { InetAddress.getLoopbackAddress() };
			});
			var delivery = deliver(transport(destinations, Duration.ofMinutes(1)),
					"http://hooks.example.invalid:" + receiver.port());
			assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
			assertThat(asked).containsExactly("hooks.example.invalid");
			assertThat(receiver.next().header("Host")).isEqualTo("hooks.example.invalid:" + receiver.port());
		}
	}

	@Test
	void moreThanMayWaitAreDropped() {
		var held = new ArrayList<Runnable>();
		var courier = courier((_, _, _) -> Outcome.answered(200), 1, 2, held::add);
		var deliveries = List.of(delivery("http://a.example", null), delivery("http://a.example", null),
				delivery("http://a.example", null));
		deliveries.forEach(courier::take);
		assertThat(deliveries.getLast().failure()).isEqualTo("too many messages were waiting");
		held.forEach(Runnable::run);
		assertThat(deliveries).extracting(Delivery::state)
			.containsExactly(DeliveryState.DELIVERED, DeliveryState.DELIVERED, DeliveryState.FAILED);
		var next = delivery("http://a.example", null);
		courier.take(next);
		assertThat(next.state()).isEqualTo(DeliveryState.PENDING);
	}

	@Test
	void onlySoManyAttemptsAreMadeAtOnce() throws InterruptedException {
		var inside = new CountDownLatch(2);
		var goOn = new CountDownLatch(1);
		var most = new AtomicInteger();
		var now = new AtomicInteger();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var courier = courier((_, _, _) -> {
				most.accumulateAndGet(now.incrementAndGet(), Math::max);
				inside.countDown();
				awaitQuietly(goOn);
				now.decrementAndGet();
				return Outcome.answered(200);
			}, 2, 10, threads);
			for (int i = 0; i < 6; i++) {
				courier.take(delivery("http://a.example", null));
			}
			inside.await();
			goOn.countDown();
		}
		assertThat(most).hasValue(2);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static Destinations open() {
		return new Destinations(true, InetAddress::getAllByName);
	}

	private HttpTransport transport(Destinations destinations, Duration timeout) {
		var transport = new HttpTransport(destinations, timeout, 4);
		transports.add(transport);
		return transport;
	}

	private Delivery deliver(String url, @Nullable String secret) {
		var delivery = delivery(url, secret);
		courier(transport(open(), Duration.ofMinutes(1)), 4, 10, AT_ONCE).take(delivery);
		return delivery;
	}

	private Delivery deliver(Transport transport, String url) {
		var delivery = delivery(url, null);
		courier(transport, 4, 10, AT_ONCE).take(delivery);
		return delivery;
	}

	private Courier courier(Transport transport, int concurrency, int waiting, Executor executor) {
		return new Courier(transport, DELAYS, concurrency, waiting, executor, (delay, task) -> {
			pauses.add(delay);
			task.run();
		}, InstantSource.fixed(NOW));
	}

	private static Delivery delivery(String url, @Nullable String secret) {
		return new Delivery("d1", "j1", new WebhookSpecification(url, List.of(JobEvent.SUCCEEDED), secret),
				JobEvent.SUCCEEDED, NOW, "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
	}

}
