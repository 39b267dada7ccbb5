package dev.descent.training.web;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.descent.training.Job;
import dev.descent.web.Pending;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

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
	<V> Pending<V> answer(Job job, String location, @Nullable String prefer, Supplier<V> view) {
		var accepted = ResponseEntity.accepted().location(URI.create(location));
		var wait = Preference.waitIn(prefer);
		if (wait == null || wait.isZero()) {
			return Pending.now(accepted.body(view.get()));
		}
		var applied = (wait.compareTo(longest) < 0) ? wait : longest;
		var ended = ResponseEntity.ok()
			.location(URI.create(location))
			.header("Preference-Applied", "wait=" + applied.toSeconds());
		return new Pending<>(job.execution().finished(), applied,
				() -> (job.state().isFinal() ? ended : accepted).body(view.get()));
	}

}
