package dev.descent.webhook;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Webhooks of an operator who lets the service call the machine it runs on. */
@HttpTest
@TestPropertySource(
		properties = { "descent.outbound.allow-private-addresses=true", "descent.webhooks.retry-delays=1ms,1ms" })
class WebhookTests {

	private static final String SECRET = "0123456789abcdef-äöü";

	@Autowired
	private Api api;

	@Test
	void theEndOfAJobIsTold() {
		try (var receiver = Receiver.answering(204)) {
			var job = api.train(job(receiver, "\"name\": \"moons\", \"labels\": {\"course\": \"ml-101\"},"));
			var received = receiver.next();
			var message = JsonMapper.shared().readTree(received.body());
			assertThat(message.propertyNames()).containsExactly("id", "event", "at", "job", "name", "labels", "state",
					"stopReason", "breakpoint", "link");
			assertThat(message.path("id").asString()).isEqualTo(received.header("Descent-Delivery"));
			assertThat(message.path("event").asString()).isEqualTo("succeeded");
			assertThat(Instant.parse(message.path("at").asString())).isNotNull();
			assertThat(message.path("job")).isEqualTo(job.path("id"));
			assertThat(message.path("name").asString()).isEqualTo("moons");
			assertThat(message.path("labels").path("course").asString()).isEqualTo("ml-101");
			assertThat(message.path("state").asString()).isEqualTo("succeeded");
			assertThat(message.path("stopReason").asString()).isEqualTo("completed");
			assertThat(message.path("link").asString()).isEqualTo(Api.path(job));
			assertThat(received.header("Descent-Event")).isEqualTo("succeeded");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					diverged  | "optimizer": {"type": "sgd", "learningRate": 1000}, "dataset": {"type": "plane"}, "network": {"hiddenLayers": [{"units": 8, "activation": "relu"}]},
					succeeded | "training": {"epochs": 1000000, "targetLoss": 1000},
					""")
	void everyEndIsTold(String event, String fields) {
		try (var receiver = Receiver.answering(204)) {
			api.train(job(receiver, fields));
			assertThat(receiver.next().header("Descent-Event")).isEqualTo(event);
		}
	}

	@Test
	void aBreakpointIsToldWithItsCondition() {
		try (var receiver = Receiver.answering(204)) {
			var job = api.submit("""
					{"breakpoints": [{"when": "epoch == 10"}], "webhooks": [{"url": "%s", "events": ["breakpoint"]}]}"""
				.formatted(receiver.url()));
			var received = receiver.next();
			assertThat(received.header("Descent-Event")).isEqualTo("breakpoint");
			var message = JsonMapper.shared().readTree(received.body());
			assertThat(message.path("state").asString()).isEqualTo("paused");
			assertThat(message.path("breakpoint").asString()).isEqualTo("epoch == 10");
			assertThat(message.path("job")).isEqualTo(job.path("id"));
			api.post(Api.path(job) + "/cancel");
		}
	}

	@Test
	void cancellingIsToldToThoseWhoAskedForIt() {
		try (var all = Receiver.answering(204); var some = Receiver.answering(204)) {
			var job = api.submit("""
					{"training": {"epochs": 100000000, "timeLimit": "PT1H"}, "webhooks": [{"url": "%s"},
					 {"url": "%s", "events": ["succeeded", "breakpoint"]}]}""".formatted(all.url(), some.url()));
			api.post(Api.path(job) + "/cancel");
			assertThat(all.next().header("Descent-Event")).isEqualTo("cancelled");
			assertThat(api.result(job, "deliveries").path("deliveries")).hasSize(1);
			assertThat(some.waiting()).isZero();
		}
	}

	@Test
	void theSecretIsNeverToldAndTheEchoIsAJobAgain() {
		try (var receiver = Receiver.answering(204)) {
			var job = api.train(job(receiver, ""));
			var echo = (ObjectNode) job.path("specification");
			assertThat(echo.path("webhooks").path(0).propertyNames()).containsExactly("url", "events");
			assertThat(receiver.next().headers()).containsKey("Descent-signature");
			api.train(echo.toString());
			assertThat(receiver.next().headers()).doesNotContainKey("Descent-signature");
			for (String path : new String[] { "", "/deliveries", "/loss-history" }) {
				assertThat(api.get(Api.path(job) + path).body()).doesNotContain(SECRET, "0123456789abcdef");
			}
		}
	}

	@Test
	void theDeliveriesAreListed() {
		try (var receiver = Receiver.answering(500, 204)) {
			var job = api.train(job(receiver, ""));
			String id = receiver.next().header("Descent-Delivery");
			assertThat(receiver.next().header("Descent-Delivery")).isEqualTo(id);
			var delivery = settled(job);
			assertThat(delivery.path("id").asString()).isEqualTo(id);
			assertThat(delivery.path("event").asString()).isEqualTo("succeeded");
			assertThat(delivery.path("url").asString()).isEqualTo(receiver.url());
			assertThat(delivery.path("signed").asBoolean()).isTrue();
			assertThat(delivery.path("state").asString()).isEqualTo("delivered");
			assertThat(delivery.path("failure").isNull()).isTrue();
			assertThat(delivery.path("attempts")).hasSize(2);
			assertThat(delivery.path("attempts").path(0).path("status").asInt()).isEqualTo(500);
			assertThat(delivery.path("attempts").path(1).path("status").asInt()).isEqualTo(204);
		}
	}

	/** Asks until it is known how it ended, which takes as long as an answer takes. */
	private JsonNode settled(JsonNode job) {
		while (true) {
			var delivery = api.result(job, "deliveries").path("deliveries").path(0);
			if (!delivery.path("state").asString().equals("pending")) {
				return delivery;
			}
			Thread.onSpinWait();
		}
	}

	@Test
	void withoutWebhooksThereAreNoDeliveries() {
		assertThat(api.read(Api.JOBS + "/example/deliveries").path("deliveries")).isEmpty();
		assertThat(api.get(Api.JOBS + "/none/deliveries").status()).isEqualTo(404);
	}

	@Test
	void aRangeTestSendsNone() {
		var answer = api.send("POST", Api.RANGE_TESTS,
				BodyPublishers.ofString("{\"job\": {\"webhooks\": [{\"url\": \"http://127.0.0.1\"}]}}"), "Content-Type",
				"application/json");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.pointers()).containsExactly("/job/webhooks");
	}

	/** The script of docs/webhooks.md, as it stands there. */
	@Test
	void theScriptOfThePageTellsTrueFromFalse(@TempDir Path folder) throws Exception {
		assumeTrue(python("--version") == 0, "no python3");
		var page = Files.readString(Path.of("docs/webhooks.md"));
		var matcher = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(page);
		assertThat(matcher.find()).isTrue();
		assertThat(matcher.group(1).lines()).hasSizeLessThanOrEqualTo(10);
		var script = Files.writeString(folder.resolve("verify.py"), matcher.group(1));
		try (var receiver = Receiver.answering(204)) {
			api.train(job(receiver, ""));
			var received = receiver.next();
			var body = Files.writeString(folder.resolve("body"), received.body());
			String signature = received.header("Descent-Signature");
			assertThat(verify(script, SECRET, signature, body)).isZero();
			assertThat(verify(script, SECRET + "x", signature, body)).isEqualTo(1);
			assertThat(verify(script, SECRET, signature.replaceFirst("t=\\d", "t=2"), body)).isEqualTo(1);
			assertThat(verify(script, SECRET, Signature.of(received.body().getBytes(StandardCharsets.UTF_8), SECRET,
					Instant.ofEpochSecond(1_700_000_000)), body))
				.isEqualTo(1);
			Files.writeString(body, received.body().replace("succeeded", "cancelled"));
			assertThat(verify(script, SECRET, signature, body)).isEqualTo(1);
		}
	}

	private static int verify(Path script, String secret, String signature, Path body) throws Exception {
		return python(script.toString(), secret, signature, body.toString());
	}

	private static int python(String... arguments) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of("python3"));
		command.addAll(List.of(arguments));
		var process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

	private static String job(Receiver receiver, String fields) {
		String training = fields.contains("\"training\"") ? "" : "\"training\": {\"epochs\": 20},";
		return "{" + fields + training + "\"webhooks\": [{\"url\": \"" + receiver.url() + "\", \"secret\": \"" + SECRET
				+ "\"}]}";
	}

}
