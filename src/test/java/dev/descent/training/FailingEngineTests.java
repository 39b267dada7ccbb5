package dev.descent.training;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.kernel.ScalarKernels;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Api.RANGE_TESTS;
import static org.assertj.core.api.Assertions.assertThat;

/** The engine fails in the middle of a run. */
@HttpTest
@Import(FailingEngineTests.Failing.class)
class FailingEngineTests {

	private static final AtomicReference<@Nullable Throwable> FAILURE = new AtomicReference<>();

	/** Calls until it fails. */
	private static final AtomicInteger LEFT = new AtomicInteger();

	@Autowired
	private Api api;

	@TestConfiguration(proxyBeanMethods = false)
	static class Failing {

		/**
		 * Fails when it has been called so often; for the functions that a job of ours
		 * alone asks for.
		 */
		@Bean
		@Primary
		Kernels failingKernels() {
			var kernels = new ScalarKernels();
			return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] { Kernels.class },
					(_, method, arguments) -> {
						if (method.getName().equals("tanh") && FAILURE.get() != null && LEFT.decrementAndGet() == 0) {
							throw Objects.requireNonNull(FAILURE.getAndSet(null));
						}
						try {
							return method.invoke(kernels, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

	@AfterEach
	void cancelAll() {
		FAILURE.set(null);
		api.cancelAll();
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class,
			AssertionError.class })
	void theJobFailsWithAReasonAndNothingElseNotices(Class<? extends Throwable> failure) throws Exception {
		var other = api.submitEndless();
		fail(failure);
		var job = api.train("""
				{"network": {"hiddenLayers": [{"units": 4, "activation": "tanh"}]}, "training": {"epochs": 1000}}""");
		assertThat(job.path("state").asString()).isEqualTo("failed");
		assertThat(job.path("stopReason").asString()).isEqualTo("error");
		assertThat(job.path("warnings").valueStream().map((warning) -> warning.asString()))
			.containsExactly((failure == OutOfMemoryError.class)
					? "The service ran out of memory at this; with fewer samples, a smaller network or less to record it may succeed."
					: "The service failed at this, and has logged why; what was recorded until then is kept.");
		assertThat(api.result(job, "loss-history").path("epoch").size()).isPositive();
		assertThat(api.result(job, "weights").path("layers").size()).isEqualTo(2);
		assertThat(api.read(Api.path(other)).path("state").asString()).isEqualTo("running");
		assertThat(api.train("{}").path("state").asString()).isEqualTo("succeeded");
		assertThat(api.delete(Api.path(job)).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, OutOfMemoryError.class })
	void aRangeTestFailsLikewise(Class<? extends Throwable> failure) throws Exception {
		fail(failure);
		var answer = api.postJson(RANGE_TESTS, """
				{"job": {"network": {"hiddenLayers": [{"units": 4, "activation": "tanh"}]}}}""", "Prefer", "wait=30");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("state").asString()).isEqualTo("failed");
		assertThat(answer.json().path("warnings").size()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class })
	void anAnswerFailsAloneAndTheNextIsRight(Class<? extends Throwable> failure) throws Exception {
		var job = api.train("""
				{"network": {"hiddenLayers": [{"units": 4, "activation": "tanh"}]}, "training": {"epochs": 5}}""");
		fail(failure);
		LEFT.set(1);
		var answer = api.get(Api.path(job) + "/boundary");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.json().path("type").asString()).isEqualTo("/problems/internal-error");
		fail(failure);
		LEFT.set(1);
		assertThat(api.get(Api.path(job) + "/loss-surface").status()).isEqualTo(500);
		assertThat(api.get(Api.path(job) + "/boundary").status()).isEqualTo(200);
		assertThat(api.get(Api.path(job) + "/loss-surface").status()).isEqualTo(200);
		assertThat(api.get(JOBS).status()).isEqualTo(200);
	}

	private static void fail(Class<? extends Throwable> failure) throws ReflectiveOperationException {
		LEFT.set(100);
		FAILURE.set(failure.getDeclaredConstructor().newInstance());
	}

}
