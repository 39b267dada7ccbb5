package dev.descent.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import dev.descent.json.Fingerprints;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers that stay as they are while the service runs. Clients may keep them, but ask
 * each time whether they still hold, for the next version may differ.
 *
 * @param tag weak, so that answers may be compressed on their way
 */
public record Unchanging(String tag) {

	/** For what is told apart by these bytes. */
	public static Unchanging of(byte[] content) {
		return new Unchanging("W/\"" + HexFormat.of().formatHex(Fingerprints.sha256(content), 0, 8) + "\"");
	}

	/** For what is told apart by these bytes as well. */
	public Unchanging and(byte[] content) {
		return of((tag + of(content).tag()).getBytes(StandardCharsets.UTF_8));
	}

	/** Whether a client has it already, by its {@code If-None-Match}. */
	public boolean isIn(List<String> tags) {
		return tags.stream().anyMatch((some) -> some.contains(tag.substring(tag.indexOf('"'))));
	}

	/**
	 * What comes as JSON and as CSV has one address, so caches are told to keep the two
	 * apart.
	 */
	public HttpHeaders headers() {
		var headers = new HttpHeaders();
		headers.setETag(tag);
		headers.setCacheControl(CacheControl.noCache());
		headers.setVary(List.of(HttpHeaders.ACCEPT));
		return headers;
	}

	/**
	 * Spring answers 304 where the client has this tag already.
	 */
	public <T> ResponseEntity<T> answer(T body) {
		return ResponseEntity.ok().headers(headers()).body(body);
	}

}
