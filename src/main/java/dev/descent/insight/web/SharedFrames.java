package dev.descent.insight.web;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import dev.descent.insight.Boundary;
import dev.descent.insight.InputPlane;
import dev.descent.insight.Insights;
import dev.descent.problem.TooBusyException;
import dev.descent.training.TrainingJob;
import dev.descent.training.web.BoundaryFrame;
import dev.descent.training.web.BoundaryFrames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws one frame at a time, so that those who watch leave the processors to the jobs,
 * and keeps it for others who want the same.
 */
final class SharedFrames implements BoundaryFrames {

	/** A client wants ten frames a second at most. */
	private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(100);

	private final Insights insights;

	private final JsonMapper mapper;

	private final LongSupplier ticker;

	private final ReentrantLock drawing = new ReentrantLock();

	/** Touched while drawing only. */
	private @Nullable Drawn last;

	/**
	 * A frame.
	 *
	 * @param at when it was drawn, in nanoseconds from any origin
	 */
	private record Drawn(TrainingJob job, int resolution, long at, Frame frame) {

		boolean isOf(TrainingJob other, int points) {
			return job == other && resolution == points;
		}

	}

	/**
	 * @param ticker nanoseconds from any origin
	 */
	SharedFrames(Insights insights, JsonMapper mapper, LongSupplier ticker) {
		this.insights = insights;
		this.mapper = mapper;
		this.ticker = ticker;
	}

	@Override
	public @Nullable Frame frame(TrainingJob job, int resolution) {
		if (job.checkpoints().latest() == null) {
			return null;
		}
		boolean ended = job.state().isFinal();
		if (ended) {
			drawing.lock();
		}
		else if (!drawing.tryLock()) {
			return null;
		}
		try {
			return drawn(job, resolution, ended);
		}
		catch (TooBusyException ex) {
			return null;
		}
		finally {
			drawing.unlock();
		}
	}

	private Frame drawn(TrainingJob job, int resolution, boolean ended) {
		var known = (last != null && last.isOf(job, resolution)) ? last : null;
		if (known != null && !ended && ticker.getAsLong() - known.at() < FRESH) {
			return known.frame();
		}
		var moment = job.present();
		var position = Position.of(moment);
		if (known != null && known.frame().position().equals(position)) {
			return known.frame();
		}
		byte[] json = mapper.writeValueAsBytes(
				frame(insights.boundary(moment, new InputPlane.Wanted(resolution, null, null, List.of()))));
		var frame = new Frame(position, json);
		last = new Drawn(job, resolution, ticker.getAsLong(), frame);
		return frame;
	}

	private static BoundaryFrame frame(Boundary boundary) {
		var network = boundary.network();
		int units = network.experiment().output().units();
		return new BoundaryFrame(network.checkpoint().epoch(), network.checkpoint().step(), boundary.plane().x(),
				boundary.plane().y(), IntStream.range(0, units).mapToObj(boundary::grid).toArray(double[][][]::new));
	}

}
