package dev.descent.web;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What there is to tell to one client. It is asked, never tells by itself, so a client
 * that reads slowly is told less often. Used by one thread at a time.
 */
public interface EventSource {

	/**
	 * Completes when there is something that must not wait and was not told yet, perhaps
	 * at once; cancelled if nobody waits for it any longer.
	 */
	CompletableFuture<?> change();

	/**
	 * What is new since the last call.
	 * @param measured whether numbers are wanted that change all the time
	 */
	List<ServerEvent> news(boolean measured);

	/** Whether the last call gave the last events. */
	boolean hasEnded();

	/** The last event if the service stops before that. */
	ServerEvent farewell();

}
