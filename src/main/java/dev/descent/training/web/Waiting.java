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
 * Answers that a client may wait for.
 *
 * @param longest time that a client can wait
 */
public record Waiting(Duration longest) {

	/**
	 * The answer to a request for a job: at once (202), or when the job has ended (200)
	 * if the client prefers to wait and it ends in time.
	 * @param made the job, perhaps by an earlier request
	 * @param location where the job is
	 * @param prefer what the client prefers
	 * @param view shows the job as it is when the answer is given
	 */
	public <V> Pending<V> answer(Made<? extends Job> made, String location, @Nullable String prefer, Supplier<V> view) {
		var job = made.value();
		var accepted = begin(HttpStatus.ACCEPTED, made, location);
		var ended = begin(HttpStatus.OK, made, location);
		var wait = Preference.waitIn(prefer);
		if (wait == null || wait.isZero()) {
			return Pending.now((made.replayed() && job.state().isFinal() ? ended : accepted).body(view.get()));
		}
		var applied = bounded(wait);
		ended.header("Preference-Applied", "wait=" + applied.toSeconds());
		return new Pending<>(job.lifeCycle().finished(), applied,
				() -> (job.state().isFinal() ? ended : accepted).body(view.get()));
	}

	private static BodyBuilder begin(HttpStatus status, Made<?> made, String location) {
		return made.announce(ResponseEntity.status(status).location(URI.create(location)));
	}

	/**
	 * The answer when the job has come into another state, or when the time is up.
	 * @param seen how many transitions the client knows; as many as there are if absent
	 * @param seconds to wait; none if absent
	 * @param view shows the job as it is when the answer is given
	 */
	public <V> Pending<V> answerAfter(Job job, @Nullable Integer seen, @Nullable Integer seconds, Supplier<V> view) {
		int made = job.lifeCycle().transitions().size();
		if (seconds == null || seconds == 0 || (seen != null && seen > made)) {
			return Pending.now(ResponseEntity.ok(view.get()));
		}
		var change = job.lifeCycle().after((seen != null) ? seen : made);
		return new Pending<>(change, bounded(Duration.ofSeconds(seconds)), () -> ResponseEntity.ok(view.get()));
	}

	private Duration bounded(Duration wait) {
		return (wait.compareTo(longest) < 0) ? wait : longest;
	}

}
