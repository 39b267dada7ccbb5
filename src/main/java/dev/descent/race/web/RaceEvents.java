package dev.descent.race.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.descent.race.Race;
import dev.descent.race.web.RaceEventsView.End;
import dev.descent.race.web.RaceEventsView.StateChange;
import dev.descent.training.LifeCycle.Transition;
import dev.descent.web.EventSource;
import dev.descent.web.ServerEvent;

/**
 * What happens to a race, for one who watches it: every state, and how many runs have
 * ended. The id of an event says how many transitions were told up to it.
 */
final class RaceEvents implements EventSource {

	private final Race race;

	/** Transitions told. */
	private int seen;

	private int endedRuns;

	private boolean ended;

	/**
	 * @param seen transitions that were told before; all are told again if there are
	 * fewer
	 */
	RaceEvents(Race race, int seen) {
		this.race = race;
		this.seen = (seen >= 0 && seen <= race.lifeCycle().transitions().size()) ? seen : 0;
	}

	@Override
	public CompletableFuture<?> change() {
		return race.lifeCycle().after(seen);
	}

	@Override
	public List<ServerEvent> news(boolean measured) {
		var news = new ArrayList<ServerEvent>();
		var transitions = race.lifeCycle().transitions();
		ended = transitions.getLast().state().isFinal();
		for (var transition : transitions.subList(seen, transitions.size())) {
			if (transition.state().isFinal()) {
				measure(news);
			}
			seen++;
			news.add(new ServerEvent("state", seen, change(transition)));
		}
		if (ended) {
			news.add(end(false));
		}
		else if (measured) {
			measure(news);
		}
		return news;
	}

	private StateChange change(Transition transition) {
		return new StateChange(transition.state(), transition.at(),
				transition.state().isFinal() ? race.stopReason() : null);
	}

	private void measure(List<ServerEvent> news) {
		var progress = RaceProgress.of(race);
		if (progress.endedRuns() != endedRuns) {
			endedRuns = progress.endedRuns();
			news.add(new ServerEvent("progress", seen, progress));
		}
	}

	@Override
	public boolean hasEnded() {
		return ended;
	}

	@Override
	public ServerEvent farewell() {
		return end(true);
	}

	private ServerEvent end(boolean reconnect) {
		return new ServerEvent("end", seen, new End(race.state(), reconnect, RaceLinks.self(race.id())));
	}

}
