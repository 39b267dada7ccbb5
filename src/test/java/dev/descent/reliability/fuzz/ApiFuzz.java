package dev.descent.reliability.fuzz;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import dev.descent.outbound.Destinations;
import dev.descent.reliability.fuzz.Probe.Framing;
import dev.descent.reliability.fuzz.Wire.Reply;
import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the document gets requests that are right, nearly right, damaged and
 * hostile. Whatever comes, the answer is one that the document has.
 */
@Tag("reliability")
@HttpTest
@TestPropertySource(properties = { "descent.limits.longest-wait=1s", "descent.limits.active-jobs=50",
		"descent.limits.datasets=50", "descent.limits.result-memory=64MB", "descent.limits.request-size=100KB",
		"descent.limits.parameters=2000", "descent.limits.analysis-work=3000000", "descent.limits.map-numbers=10000",
		"descent.limits.surface-work=3000000", "descent.limits.replay-work=3000000", "descent.limits.race-runs=40" })
@ExtendWith(OutputCaptureExtension.class)
abstract class ApiFuzz {

	/**
	 * Given again, the same requests are sent, as far as they do not depend on answers.
	 */
	private static final long SEED = Long.getLong("fuzz.seed", 1);

	private static final int CLIENTS = 3;

	private static final int CLEARED_EVERY = 1000;

	@LocalServerPort
	private int port;

	private final Findings findings = new Findings();

	private final Tally tally = new Tally();

	private final int requests;

	private final Api api;

	/**
	 * @param api makes what requests are about
	 * @param requests how many are sent, unless it is said otherwise
	 */
	ApiFuzz(Api api, int requests) {
		this.api = api;
		this.requests = Integer.getInteger("fuzz.requests", requests);
	}

	/** Nobody outside is called. */
	@TestConfiguration(proxyBeanMethods = false)
	static class NoNames {

		@Bean
		@Primary
		Destinations nowhere() {
			return new Destinations(false, (host) -> {
				throw new UnknownHostException(host);
			});
		}

	}

	@Test
	void whateverIsSentTheAnswerIsAsDocumented(CapturedOutput output) throws Exception {
		var contract = new Contract(document());
		long began = System.nanoTime();
		try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
			var tasks = new ArrayList<Callable<Void>>();
			for (int client = 0; client < CLIENTS; client++) {
				long seed = SEED * CLIENTS + client;
				tasks.add(() -> send(contract, seed, requests / CLIENTS + 1));
			}
			for (var done : clients.invokeAll(tasks)) {
				done.get();
			}
		}
		System.out.println("seed " + SEED + ", " + tally.all() + " requests in "
				+ Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s\n" + tally + "\n" + findings);
		assertThat(findings.none()).as("seed " + SEED + "\n" + findings).isTrue();
		assertThat(tally.missing(contract.operations(), requests / 2000)).isEmpty();
		assertThat(output.toString().lines().filter((line) -> line.contains(" ERROR ") || line.startsWith("\tat ")))
			.isEmpty();
		World.makeRoom(api);
		assertThat(api.train("{}").path("state").asString()).isEqualTo("succeeded");
		for (String state : List.of("queued", "running")) {
			assertThat(api.read(Api.JOBS + "?state=" + state).path("jobs")).isEmpty();
		}
	}

	/** It takes a while to make, the first time. */
	private String document() throws IOException {
		try (var wire = new Wire(port)) {
			var probe = new Probe("GET", "/v3/api-docs", List.of(), null, Framing.LENGTH, null);
			return Objects.requireNonNull(wire.exchange(probe)).text();
		}
	}

	private Void send(Contract contract, long seed, int count) throws Exception {
		var dice = new Dice(seed);
		var world = new World(api, dice);
		var probes = new Probes(contract, world, dice);
		var operations = contract.operations();
		var kinds = List.of(Kind.values());
		try (var wire = new Wire(port)) {
			for (int i = 0; i < count; i++) {
				var operation = operations.get(i % operations.size());
				int round = i / operations.size();
				var kind = kinds.get(round % kinds.size());
				var probe = (round == 0) ? probes.plain(operation) : probes.of(operation, kind);
				send(contract, wire, world, operation, kind, sealed(probe, dice));
				if (i % CLEARED_EVERY == CLEARED_EVERY - 1) {
					World.makeRoom(api);
				}
			}
		}
		return null;
	}

	/** What is sent in place of a probe. */
	Probe sealed(Probe probe, Dice dice) {
		return probe;
	}

	/**
	 * What the document does not say of an answer, and must not be; null if there is
	 * nothing.
	 */
	@Nullable String complaint(Probe probe, Reply reply) {
		return null;
	}

	private void send(Contract contract, Wire wire, World world, Operation operation, Kind kind, Probe probe)
			throws Exception {
		try {
			var reply = wire.exchange(probe);
			tally.add(operation, kind, (reply != null) ? reply.status() : 0);
			if (reply != null) {
				contract.complaint(probe, reply)
					.or(() -> Optional.ofNullable(complaint(probe, reply)))
					.ifPresent((complaint) -> findings.add(probe, complaint, reply));
				world.answered(operation, reply.status());
			}
			else if (probe.operation() != null) {
				findings.add(probe, "closed without an answer", null);
			}
		}
		catch (SocketTimeoutException _) {
			findings.add(probe, "no answer in time", null);
		}
	}

}
