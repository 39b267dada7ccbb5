package dev.descent.training.specification;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.descent.outbound.Destinations;
import dev.descent.problem.Faults;
import dev.descent.problem.SelfChecking;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Schema(description = "Where to send a message when something happens to the job.")
public record WebhookSpecification(
		@NotNull @Size(min = 1, max = 2000) @Schema(description = """
				Takes a POST with JSON. http or https; a public address, unless the operator allows others.""",
				example = "https://hooks.example.invalid/descent") String url,
		@Size(min = 1, max = 5) @Schema(description = "What to tell of. If absent or null: everything.",
				example = "[\"succeeded\", \"diverged\"]") List<@NotNull JobEvent> events,
		@Size(min = 16, max = 256) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Schema(description = """
				Signs the messages, so that the receiver can tell where they come from. It is never shown again; a job \
				that is posted as it was echoed sends unsigned messages. Absent or null: no signature.""",
				example = "a secret of your own") @Nullable String secret)
		implements
			SelfChecking {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private static final int LARGEST_PORT = 65535;

	public WebhookSpecification {
		events = Objects.requireNonNullElseGet(events, () -> List.of(JobEvent.values()));
	}

	@Override
	public void check(Faults faults) {
		if (faults.noneAt("url")) {
			checkUrl(faults.at("url"));
		}
	}

	private void checkUrl(Faults faults) {
		var uri = parse();
		if (uri == null || uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
			faults.add("must be an address that begins with https:// or http://");
			return;
		}
		faults.require(uri.getHost() != null && !uri.getHost().contains("%") && uri.getPort() <= LARGEST_PORT,
				"must name a host as https://hooks.example.org/path does");
		faults.require(uri.getRawUserInfo() == null, "must not contain a user or a password");
		faults.require(uri.getRawFragment() == null, "must not contain a #");
	}

	private @Nullable URI parse() {
		try {
			return URI.create(url);
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	/** Notes if the address, which was checked, is one that the service may not call. */
	void checkAgainst(Destinations destinations, Faults faults) {
		faults.at("url")
			.require(!destinations.forbids(uri()), "must be a public address; the operator has not allowed others");
	}

	/** The address, which was checked. */
	public URI uri() {
		return URI.create(url);
	}

	/** Does not show the secret. */
	@Override
	public String toString() {
		return "WebhookSpecification[url=" + url + ", events=" + events + "]";
	}

}
