package dev.descent.webhook;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
interface Pause {

	void then(Duration delay, Runnable task);

}
