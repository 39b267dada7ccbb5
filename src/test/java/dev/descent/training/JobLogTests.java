package dev.descent.training;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log says of jobs, as Spring Boot writes it for collectors of logs. */
class JobLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(JobExecution.class);

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

	@BeforeEach
	void watch() {
		logger.getLoggerContext().putObject(Environment.class.getName(), new MockEnvironment());
		logger.setLevel(Level.DEBUG);
	}

	@AfterEach
	void forget() {
		logger.detachAppender(appender);
		logger.setLevel(null);
		assertThat(MDC.get("jobId")).isNull();
	}

	private void write(String format) {
		var encoder = new StructuredLogEncoder();
		encoder.setContext(logger.getLoggerContext());
		encoder.setFormat(format);
		encoder.start();
		appender.setContext(logger.getLoggerContext());
		appender.setEncoder(encoder);
		appender.setOutputStream(output);
		appender.start();
		logger.addAppender(appender);
	}

	private List<JsonNode> lines() {
		return output.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash" })
	void aJobThatFailsLeavesOneErrorWithItsIdAndTheReason(String format) throws Exception {
		write(format);
		var scheduler = new TrainingScheduler(1, Duration.ofMillis(20), Trainings.room(5), Trainings.ticker());
		var bad = Trainings.job("bad", Trainings.tiny(10), () -> {
			throw new IllegalStateException("the data are gone");
		}, InstantSource.fixed(Trainings.NOW));
		var good = Trainings.job("good", Trainings.tiny(10));
		scheduler.schedule(bad.execution());
		scheduler.schedule(good.execution());
		scheduler.start();
		good.lifeCycle().finished().get(60, TimeUnit.SECONDS);
		scheduler.stop();
		var errors = lines().stream().filter((line) -> level(line).equals("ERROR")).toList();
		assertThat(errors).hasSize(1);
		assertThat(errors.getFirst().path("jobId").asString()).isEqualTo("bad");
		assertThat(errors.getFirst().path("message").asString()).isEqualTo("The training job bad failed");
		assertThat(errors.getFirst().toString()).contains("the data are gone");
	}

	private static String level(JsonNode line) {
		return line.has("level") ? line.path("level").asString() : line.at("/log/level").asString();
	}

	@Test
	void everyTransitionHasAQuietLineWhoeverMadeIt() {
		write("ecs");
		var job = Trainings.job("a", Trainings.tiny(100_000));
		try (var _ = new LoggedJob("other")) {
			job.execution().advance(1, Trainings.ticker());
			job.execution().pause();
			job.execution().resume(Verb.RESUME, () -> {
			});
			job.execution().cancel();
			assertThat(MDC.get("jobId")).isEqualTo("other");
		}
		assertThat(lines()).extracting((line) -> line.path("message").asString())
			.containsExactly("The training job a is running", "The training job a is paused",
					"The training job a is queued", "The training job a is cancelled");
		assertThat(lines()).allSatisfy((line) -> {
			assertThat(level(line)).isEqualTo("DEBUG");
			assertThat(line.path("jobId").asString()).isEqualTo("a");
		});
	}

}
