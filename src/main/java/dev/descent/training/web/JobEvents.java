package dev.descent.training.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.descent.problem.RefusedException;
import dev.descent.training.LifeCycle.Transition;
import dev.descent.training.TrainingJob;
import dev.descent.training.web.BoundaryFrames.Position;
import dev.descent.training.web.TrainingJobEvents.End;
import dev.descent.training.web.TrainingJobEvents.Kept;
import dev.descent.training.web.TrainingJobEvents.Refusal;
import dev.descent.training.web.TrainingJobEvents.StateChange;
import dev.descent.web.EventSource;
import dev.descent.web.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a training job, for one who watches it: every state, and of the numbers
 * the newest. The id of an event says how many transitions were told up to it. The last
 * numbers come before the state that ends the job.
 */
final class JobEvents implements EventSource {

	private final TrainingJob job;

	private final InstantSource clock;

	private final BoundaryFrames frames;

	/** Null if no boundaries are wanted, or none can be had. */
	private @Nullable Integer resolution;

	/** Transitions told. */
	private int seen;

	/** When progress was told, how many evaluations there were. */
	private long evaluations;

	private long checkpointStep = -1;

	private @Nullable Position drawn;

	private boolean ended;

	/**
	 * @param seen transitions that were told before; all are told again if there are
	 * fewer
	 * @param resolution of boundaries; none are wanted if absent
	 */
	JobEvents(TrainingJob job, int seen, BoundaryFrames frames, @Nullable Integer resolution, InstantSource clock) {
		this.job = job;
		this.seen = (seen >= 0 && seen <= job.lifeCycle().transitions().size()) ? seen : 0;
		this.frames = frames;
		this.resolution = resolution;
		this.clock = clock;
	}

	@Override
	public CompletableFuture<?> change() {
		return job.lifeCycle().after(seen);
	}

	@Override
	public List<ServerEvent> news(boolean measured) {
		var news = new ArrayList<ServerEvent>();
		var transitions = job.lifeCycle().transitions();
		ended = transitions.getLast().state().isFinal();
		for (var transition : transitions.subList(seen, transitions.size())) {
			if (transition.state().isFinal()) {
				measure(news);
			}
			seen++;
			news.add(event("state", change(transition)));
		}
		if (ended) {
			news.add(event("end", end(false)));
		}
		else if (measured) {
			measure(news);
		}
		return news;
	}

	private StateChange change(Transition transition) {
		return new StateChange(transition.state(), transition.at(),
				transition.state().isFinal() ? job.stopReason() : null, transition.breakpoint());
	}

	private void measure(List<ServerEvent> news) {
		var latest = job.history().latest();
		if (latest != null && latest.evaluations() != evaluations) {
			evaluations = latest.evaluations();
			news.add(event("progress", Progress.of(job, latest, clock.instant())));
		}
		var checkpoint = job.checkpoints().latest();
		if (checkpoint != null && checkpoint.step() != checkpointStep) {
			checkpointStep = checkpoint.step();
			news.add(event("checkpoint", new Kept(checkpoint.epoch(), checkpoint.step())));
		}
		if (resolution != null) {
			draw(resolution, news);
		}
	}

	private void draw(int points, List<ServerEvent> news) {
		try {
			var frame = frames.frame(job, points);
			if (frame != null && !frame.position().equals(drawn)) {
				drawn = frame.position();
				news.add(event("boundary", frame.json()));
			}
		}
		catch (RefusedException ex) {
			refuse(ex.faults().getFirst().detail(), news);
		}
	}

	private void refuse(String detail, List<ServerEvent> news) {
		resolution = null;
		news.add(event("boundaryRefused", new Refusal(detail)));
	}

	@Override
	public boolean hasEnded() {
		return ended;
	}

	@Override
	public ServerEvent farewell() {
		return event("end", end(true));
	}

	private End end(boolean reconnect) {
		return new End(job.state(), job.stopReason(), reconnect, JobLinks.self(job.id()));
	}

	private ServerEvent event(String name, Object data) {
		return new ServerEvent(name, seen, data);
	}

}
