package dev.descent.webhook;

import java.net.URI;
import java.util.Map;

/** Makes one attempt. */
@FunctionalInterface
interface Transport {

	/** Posts JSON and waits for the status of the answer, for a bounded time. */
	Outcome post(URI to, Map<String, String> headers, byte[] body);

}
