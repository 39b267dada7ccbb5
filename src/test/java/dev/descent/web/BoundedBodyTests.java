package dev.descent.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import dev.descent.problem.TooBusyException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.DelegatingServletInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedBodyTests {

	private static final Limits LIMITS = new Binder(new MapConfigurationPropertySource(
			Map.of("descent.limits.request-size", "100KB", "descent.limits.request-rate", "1KB")))
		.bindOrCreate("descent.limits", Limits.class);

	private final AtomicLong now = new AtomicLong();

	@Test
	void aBodyThatComesByteByByteIsGivenUp() throws IOException {
		var body = body(10_000, Duration.ofMillis(100));
		var refused = assertThatExceptionOfType(RefusedBodyException.class).isThrownBy(() -> readAll(body)).actual();
		assertThat(refused.problem()).isEqualTo(Problem.TOO_SLOW);
		assertThat(refused)
			.hasMessage("The body must come with at least 1,024 bytes a second, but after 20 s only 200 had come.");
		assertThat(body.drain()).isFalse();
	}

	@Test
	void aLongBodyMayTakeLong() throws IOException {
		assertThat(readAll(body(50_000, Duration.ofMillis(1)))).isEqualTo(50_000);
		assertThat(Duration.ofNanos(now.get())).isGreaterThan(Duration.ofSeconds(49));
	}

	@Test
	void aBodyThatIsTooLongIsDrainedSoThatItsClientSeesWhy() {
		var body = body(200_000, Duration.ZERO);
		assertThatExceptionOfType(RefusedBodyException.class).isThrownBy(() -> readAll(body))
			.satisfies((refused) -> assertThat(refused.problem()).isEqualTo(Problem.TOO_LARGE));
		assertThat(body.drain()).isTrue();
	}

	@Test
	void whoeverGoesOnSendingAfterARefusalIsHungUpOn() {
		var sent = new AtomicLong();
		@SuppressWarnings("InputStreamSlowMultibyteRead") // quick enough
		var endless = new InputStream() {

			@Override
			public int read() {
				return (int) (sent.incrementAndGet() & 1);
			}

		};
		var body = new BoundedBody(new DelegatingServletInputStream(endless), LIMITS, now::get);
		assertThat(body.drain()).isFalse();
		assertThat(sent.get()).isBetween(64L << 20, 65L << 20);
	}

	@Test
	void aBodyIsReadOnlyAsFarAsThereIsMemory() {
		var memory = new WorkingMemory(24 * 1000);
		try (var loan = memory.open()) {
			var body = body(1001, Duration.ZERO);
			assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> loan.call(() -> readAll(body)));
			assertThat(memory.lent()).isEqualTo(24 * 1000);
		}
		assertThat(memory.lent()).isZero();
	}

	/** A body of which a byte comes at a time. */
	private BoundedBody body(int length, Duration perByte) {
		@SuppressWarnings("InputStreamSlowMultibyteRead") // slow is what is meant
		InputStream slow = new ByteArrayInputStream(new byte[length]) {

			@Override
			public synchronized int read() {
				now.addAndGet(perByte.toNanos());
				return super.read();
			}

		};
		return new BoundedBody(new DelegatingServletInputStream(slow), LIMITS, now::get);
	}

	private static int readAll(InputStream body) throws IOException {
		byte[] some = new byte[100];
		int count = 0;
		for (int read = body.read(some, 0, 100); read >= 0; read = body.read(some, 0, 100)) {
			count += read;
		}
		return count;
	}

}
