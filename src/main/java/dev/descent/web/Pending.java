package dev.descent.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a controller returns if the answer is to wait for something.
 *
 * @param event after which to answer, however it completes; cancelled if the answer is
 * given without it
 * @param longest after which to answer without it
 * @param answer made on the thread that writes it
 * @param <V> of the body
 */
public record Pending<V>(CompletableFuture<?> event, Duration longest, Supplier<ResponseEntity<V>> answer) {

	/** The answer when it is to be given, for who has to work something out before. */
	public CompletableFuture<ResponseEntity<V>> later() {
		return event.<@Nullable Void>handle((_, _) -> null)
			.completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
			.thenApplyAsync((_) -> answer.get(), Thread::startVirtualThread);
	}

	/** An answer without waiting. */
	public static <V> Pending<V> now(ResponseEntity<V> answer) {
		return new Pending<>(CompletableFuture.completedFuture(null), Duration.ZERO, () -> answer);
	}

}
