package dev.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The requests of {@code http-requests/} and the OpenAPI document know the same
 * operations. That the answers are right is for httpyac to see.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HttpRequestsTests {

	private static final Pattern REQUEST_LINE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\\s+(\\S+)");

	private static final Pattern STATUS = Pattern.compile("\\?\\? status == (\\d{3})");

	private static final String HOST = "{{host}}";

	@LocalServerPort
	private int port;

	private List<Request> requests = List.of();

	private List<Operation> operations = List.of();

	/**
	 * A request of a file.
	 *
	 * @param where file and line
	 * @param target what follows the host
	 * @param status that the file expects, 0 if none
	 */
	private record Request(String where, String method, String target, int status) {

		String path() {
			return target.replaceFirst("\\?.*", "");
		}

		Set<String> parameters() {
			if (!target.contains("?")) {
				return Set.of();
			}
			return Stream.of(target.replaceFirst(".*\\?", "").split("&"))
				.map((parameter) -> parameter.replaceFirst("=.*", ""))
				.collect(Collectors.toSet());
		}

		/** Whether the address is a link that an earlier answer gave. */
		boolean isLink() {
			return target.startsWith("{{");
		}

		boolean expectsThatItDoesNotExist() {
			return status == 404 || status == 405;
		}

		@Override
		public String toString() {
			return where + ": " + method + " " + target;
		}

	}

	/**
	 * An operation of the OpenAPI document.
	 *
	 * @param path such as {@code /jobs/{id}}
	 */
	private record Operation(String method, String path, Set<String> parameters) {

		boolean serves(Request request) {
			return method.equals(request.method()) && request.path().matches(path.replaceAll("\\{\\w+}", "[^/]+"));
		}

	}

	@BeforeEach
	void read() throws IOException {
		requests = readRequests();
		operations = readOperations();
		assertThat(requests).isNotEmpty();
		assertThat(operations).isNotEmpty();
	}

	@Test
	void everyRequestExpectsAStatus() {
		assertThat(requests).allSatisfy((request) -> assertThat(request.status()).isNotZero());
	}

	@Test
	void everyRequestIsAnOperationOrMeantToFail() {
		assertThat(requests)
			.filteredOn((request) -> !request.isLink() && !request.path().startsWith("/actuator/")
					&& !request.expectsThatItDoesNotExist())
			.allSatisfy((request) -> assertThat(operationOf(request)).isNotNull());
	}

	@Test
	void everyQueryParameterIsDocumented() {
		for (var request : requests) {
			var operation = operationOf(request);
			if (operation != null) {
				assertThat(operation.parameters()).as("%s", request).containsAll(request.parameters());
			}
		}
	}

	@Test
	void everyOperationIsShownBySuccess() {
		assertThat(operations).allSatisfy((operation) -> assertThat(requests)
			.anyMatch((request) -> request.status() / 100 == 2 && operation.serves(request)));
	}

	private @Nullable Operation operationOf(Request request) {
		return operations.stream().filter((operation) -> operation.serves(request)).findFirst().orElse(null);
	}

	private static List<Request> readRequests() throws IOException {
		try (var files = Files.list(Path.of("http-requests"))) {
			var requests = new ArrayList<Request>();
			for (var file : files.filter((file) -> file.toString().endsWith(".http")).sorted().toList()) {
				requests.addAll(readRequests(file));
			}
			return requests;
		}
	}

	private static List<Request> readRequests(Path file) throws IOException {
		var requests = new ArrayList<Request>();
		int number = 0;
		for (String line : Files.readAllLines(file)) {
			number++;
			Matcher request = REQUEST_LINE.matcher(line);
			Matcher status = STATUS.matcher(line);
			if (request.matches()) {
				assertThat(request.group(2)).as("%s, line %s", file, number).startsWith(HOST);
				requests.add(new Request(file + ":" + number, request.group(1),
						request.group(2).substring(HOST.length()), 0));
			}
			else if (status.matches()) {
				var last = requests.removeLast();
				requests
					.add(new Request(last.where(), last.method(), last.target(), Integer.parseInt(status.group(1))));
			}
		}
		return requests;
	}

	private List<Operation> readOperations() {
		var document = Objects.requireNonNull(RestClient.create("http://127.0.0.1:" + port)
			.get()
			.uri("/v3/api-docs")
			.retrieve()
			.body(JsonNode.class));
		var operations = new ArrayList<Operation>();
		Map<String, JsonNode> paths = new TreeMap<>();
		document.path("paths").forEachEntry(paths::put);
		paths.forEach((path, methods) -> methods.forEachEntry((method, operation) -> {
			var parameters = operation.path("parameters")
				.valueStream()
				.filter((parameter) -> parameter.path("in").asString().equals("query"))
				.map((parameter) -> parameter.path("name").asString())
				.collect(Collectors.toSet());
			operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, parameters));
		}));
		return operations;
	}

}
