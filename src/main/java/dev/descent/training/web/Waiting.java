package dev.descent.training.web;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.descent.training.Job;
import dev.descent.web.MadeOnce.Made;
import dev.descent.web.Pending;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/**
 * The answer to a request for a job: at once (202), or when the job has ended (200) if
 * the client prefers to wait and it ends in time.
 *
 * @param longest time that a client can wait
 */
record Waiting(Duration longest) {

	/**
	 * @param made the job, perhaps by an earlier request
	 * @param location where the job is
	 * @param prefer what the client prefers
	 * @param view shows the job as it is when the answer is given
	 */
	<V> Pending<V> answer(Made<? extends Job> made, String location, @Nullable String prefer, Supplier<V> view) {
		var job = made.value();
		var accepted = begin(HttpStatus.ACCEPTED, made, location);
		var ended = begin(HttpStatus.OK, made, location);
		var wait = Preference.waitIn(prefer);
		if (wait == null || wait.isZero()) {
			return Pending.now((made.replayed() && job.state().isFinal() ? ended : accepted).body(view.get()));
		}
		var applied = (wait.compareTo(longest) < 0) ? wait : longest;
		ended.header("Preference-Applied", "wait=" + applied.toSeconds());
		return new Pending<>(job.execution().finished(), applied,
				() -> (job.state().isFinal() ? ended : accepted).body(view.get()));
	}

	private static BodyBuilder begin(HttpStatus status, Made<?> made, String location) {
		return made.announce(ResponseEntity.status(status).location(URI.create(location)));
	}

}
