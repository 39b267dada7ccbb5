package dev.descent.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "descent.cors.allowed-origins=https://dashboard.example")
class CorsTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void aPageFromAnAllowedOriginMayPostJobsAndReadTheirLocation() throws Exception {
		var preflight = preflight("https://dashboard.example");
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).contains("https://dashboard.example");

		var answer = send(request("https://dashboard.example").POST(HttpRequest.BodyPublishers.ofString("{}"))
			.header("Content-Type", "application/json"));
		assertThat(answer.statusCode()).isEqualTo(202);
		assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse("")).contains("Location");
	}

	@Test
	void aPageFromElsewhereMayNot() throws Exception {
		var preflight = preflight("https://elsewhere.example");
		assertThat(preflight.statusCode()).isEqualTo(403);
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	private HttpResponse<String> preflight(String origin) throws IOException, InterruptedException {
		return send(request(origin).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type,prefer"));
	}

	private HttpRequest.Builder request(String origin) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/training-jobs"))
			.header("Origin", origin);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return client.send(request.build(), BodyHandlers.ofString());
	}

}
