package dev.descent.training.web;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.descent.training.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * The answer to a request for a job: at once (202), or when the job has ended (200) if
 * the client prefers to wait and it ends in time.
 *
 * @param longest time that a client can wait
 */
record Waiting(Duration longest) {

	/**
	 * @param location where the job is
	 * @param prefer what the client prefers
	 * @param view shows the job as it is when the answer is given
	 */
	<V> DeferredResult<ResponseEntity<V>> answer(Job job, String location, @Nullable String prefer, Supplier<V> view) {
		Supplier<ResponseEntity<V>> accepted = () -> ResponseEntity.accepted()
			.location(URI.create(location))
			.body(view.get());
		var wait = Preference.waitIn(prefer);
		if (wait == null || wait.isZero()) {
			var answer = new DeferredResult<ResponseEntity<V>>();
			answer.setResult(accepted.get());
			return answer;
		}
		var applied = (wait.compareTo(longest) < 0) ? wait : longest;
		var answer = new DeferredResult<ResponseEntity<V>>(applied.toMillis(), accepted);
		var _ = job.execution()
			.finished()
			.thenRun(() -> answer.setResult(ResponseEntity.ok()
				.location(URI.create(location))
				.header("Preference-Applied", "wait=" + applied.toSeconds())
				.body(view.get())));
		return answer;
	}

}
