package dev.descent.training;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Until it is closed, whatever the present thread logs is about one job, whose id stands
 * in the lines as {@code jobId}.
 */
public final class LoggedJob implements AutoCloseable {

	private static final String KEY = "jobId";

	private final @Nullable String before;

	/**
	 * @param id of the job; null for what is no job
	 */
	public LoggedJob(@Nullable String id) {
		this.before = MDC.get(KEY);
		set(id);
	}

	private static void set(@Nullable String id) {
		if (id != null) {
			MDC.put(KEY, id);
		}
		else {
			MDC.remove(KEY);
		}
	}

	@Override
	public void close() {
		set(before);
	}

}
