package dev.descent.insight.web;

import java.util.List;
import java.util.Objects;

import dev.descent.insight.Insights;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.training.specification.WeightEdit;
import dev.descent.training.web.BoundaryFrames.Frame;
import dev.descent.training.web.BoundaryFrames.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class SharedFramesTests {

	@Autowired
	private Api api;

	@Autowired
	private TrainingJobs jobs;

	@Autowired
	private Insights insights;

	@Autowired
	private JsonMapper mapper;

	private long now;

	@AfterEach
	void cancelAll() {
		api.cancelAll();
	}

	@Test
	void aFrameIsSharedForATenthOfASecondUntilTheJobEnds() {
		var frames = new SharedFrames(insights, mapper, () -> now);
		var job = running();
		var first = frame(frames, job, 5);
		now = 99_000_000;
		assertThat(frames.frame(job, 5)).isSameAs(first);
		now = 100_000_000;
		awaitLaterThan(first, job);
		assertThat(frame(frames, job, 5)).isNotSameAs(first);
		jobs.cancel(job.id());
		var last = frame(frames, job, 5);
		assertThat(last.position()).isEqualTo(Position.of(job.present()));
		assertThat(json(last.json()).path("step").asLong()).isEqualTo(last.position().step());
		now = 1_000_000_000;
		assertThat(frames.frame(job, 5)).isSameAs(last);
	}

	@Test
	void whoWantsAnotherResolutionOrJobGetsAnotherFrame() {
		var frames = new SharedFrames(insights, mapper, () -> now);
		var job = running();
		var other = running();
		assertThat(json(frame(frames, job, 5).json()).path("x").size()).isEqualTo(5);
		assertThat(json(frame(frames, job, 6).json()).path("x").size()).isEqualTo(6);
		var frame = frame(frames, other, 6);
		assertThat(frames.frame(job, 6)).isNotSameAs(frame);
	}

	@Test
	void aFrameIsDrawnAnewWhenWeightsAreEdited() {
		var frames = new SharedFrames(insights, mapper, () -> now);
		var job = running();
		jobs.pause(job.id());
		var before = frame(frames, job, 5);
		now = 1_000_000_000;
		assertThat(frames.frame(job, 5)).isSameAs(before);
		now = 2_000_000_000;
		jobs.edit(job.id(), List.of(new WeightEdit(0, 0, 0, 7.0)));
		var after = frame(frames, job, 5);
		assertThat(after.position().step()).isEqualTo(before.position().step());
		assertThat(after.json()).isNotEqualTo(before.json());
	}

	/** A running job goes on. */
	private static void awaitLaterThan(Frame frame, TrainingJob job) {
		while (Position.of(job.present()).equals(frame.position())) {
			Thread.onSpinWait();
		}
	}

	private static Frame frame(SharedFrames frames, TrainingJob job, int resolution) {
		return Objects.requireNonNull(frames.frame(job, resolution));
	}

	private JsonNode json(byte[] bytes) {
		return mapper.readTree(bytes);
	}

	/** A job whose parameters change. */
	private TrainingJob running() {
		var job = api.submitEndless();
		try (var watching = api.watch(job, "?maxRate=10").opened()) {
			watching.until("progress");
		}
		return jobs.get(new TrainingJobId(job.path("id").asString()));
	}

}
