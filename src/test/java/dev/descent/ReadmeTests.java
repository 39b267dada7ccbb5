package dev.descent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README promises is what a user gets. */
@HttpTest
class ReadmeTests {

	@Autowired
	private Api api;

	@Test
	void theNumbersOfTheFirstAnswerAreTrue() throws IOException {
		var readme = Files.readString(Path.of("README.md"));
		var summary = api.postJson(Api.JOBS, "{}", "Prefer", "wait=30").json().get("summary");
		for (String part : new String[] { "train", "validation" }) {
			assertThat(readme).contains("\"accuracy\": " + summary.get(part).get("accuracy"))
				.contains("\"loss\": " + summary.get(part).get("loss"));
		}
		assertThat(readme).contains("\"network\": " + summary.get("network"))
			.contains("\"parameterCount\": " + summary.get("parameterCount"));
	}

	@Test
	void theTerminalShowsWhatIsPrinted() throws IOException {
		assertThat(Files.readString(Path.of("README.md"))).contains(text("loss-history"));
		assertThat(Files.readString(Path.of("docs/figures.md"))).contains(text("boundary"));
	}

	private String text(String result) {
		return api.get(Api.JOBS + "/example/" + result, "Accept", "text/plain").body();
	}

	@Test
	void theSpiralsAreToldApartAsItSays() throws IOException {
		var readme = Files.readString(Path.of("README.md"));
		int body = readme.indexOf("-d '{\n") + 4;
		var job = api.postJson(Api.JOBS, readme.substring(body, readme.indexOf("}'", body) + 1), "Prefer", "wait=30");
		var validation = job.json().get("summary").get("validation");
		assertThat(validation.get("accuracy").asDouble()).isEqualTo(1);
		assertThat(job.json().at("/summary/samples/validation").asInt()).isEqualTo(60);
	}

}
