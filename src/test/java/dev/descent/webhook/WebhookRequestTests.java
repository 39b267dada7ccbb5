package dev.descent.webhook;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import dev.descent.support.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused, with the settings that the service has by itself. */
@HttpTest
class WebhookRequestTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1/x", "http://localhost:8080", "https://[::1]/", "http://10.0.0.1",
			"http://169.254.169.254/latest/meta-data", "http://[::ffff:127.0.0.1]:80/", "HTTP://192.168.0.1" })
	void anAddressThatIsNotPublicIsRefusedAtOnce(String url) {
		var answer = post("{\"url\": \"https://hooks.example.invalid\"}, {\"url\": \"" + url + "\"}");
		Problems.isRefusedAt(answer, "/webhooks/1/url");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "ftp://example.org/x", "file:///etc/passwd", "gopher://example.org", "http://",
			"https:///x", "http:example.org", "http://user:secret@example.org/", "http://example.org/#part",
			"http://exa mple.org", "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://[fe80::1%25eth0]/",
			"http://example.org:99999/", "http://127.0.0.1.:80/", "//example.org", "http://exämple.org/", "http://[::1",
			"javascript:alert(1)" })
	void whatIsNoAddressOfAWebhookIsRefused(String url) {
		Problems.isRefusedAt(post("{\"url\": \"" + url + "\"}"), "/webhooks/0/url");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                          | /webhooks/0/url
			null                                                        | /webhooks/0
			{"url": "https://a.example.invalid", "secret": "too short"} | /webhooks/0/secret
			{"url": "https://a.example.invalid", "secret": 1234567890123456789} | /webhooks/0/secret
			{"url": "https://a.example.invalid", "events": []}          | /webhooks/0/events
			{"url": "https://a.example.invalid", "events": ["ended"]}   | /webhooks/0/events/0
			{"url": "https://a.example.invalid", "events": [null]}      | /webhooks/0/events/0
			{"url": "https://a.example.invalid", "header": "x"}         | /webhooks/0/header
			""")
	void everyFieldIsChecked(String webhook, String pointer) {
		var answer = Problems.isRefusedAt(post(webhook), pointer);
		assertThat(answer.body()).doesNotContain("too short", "1234567890123456789");
	}

	@Test
	void fourAreEnough() {
		String one = "{\"url\": \"https://a.example.invalid\"}";
		Problems.isRefusedAt(post(String.join(",", one, one, one, one, one)), "/webhooks");
	}

	private Api.Answer post(String webhooks) {
		return api.postJson(Api.JOBS, "{\"training\": {\"epochs\": 1}, \"webhooks\": [" + webhooks + "]}");
	}

}
