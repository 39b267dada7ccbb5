package dev.descent.web;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * A body that is read no further where it becomes too long or has come too slowly, and
 * only as far as there is memory for what is made of it.
 */
final class BoundedBody extends ServletInputStream {

	/** So much time any body has, however short. */
	private static final Duration GRACE = Duration.ofSeconds(10);

	/** Whoever sends more than that after a refusal does not want to know. */
	private static final long MOST_DROPPED = 64L << 20;

	private final ServletInputStream stream;

	private final long most;

	private final long bytesPerSecond;

	private final LongSupplier ticker;

	private final long began;

	private long count;

	/**
	 * @param ticker nanoseconds from any origin
	 */
	BoundedBody(ServletInputStream stream, Limits limits, LongSupplier ticker) {
		this.stream = stream;
		this.most = limits.requestSize().toBytes();
		this.bytesPerSecond = limits.requestRate().toBytes();
		this.ticker = ticker;
		this.began = ticker.getAsLong();
	}

	@Override
	public int read() throws IOException {
		int next = stream.read();
		counted((next >= 0) ? 1 : 0);
		return next;
	}

	@Override
	public int read(byte[] into, int from, int length) throws IOException {
		int read = stream.read(into, from, length);
		counted(Math.max(read, 0));
		return read;
	}

	private void counted(int read) throws IOException {
		count += read;
		if (count > most) {
			throw new RefusedBodyException(Problem.TOO_LARGE, "The body may have %,d bytes at most.".formatted(most));
		}
		requireSpeed();
		WorkingMemory.borrow((long) Limits.BODY_FACTOR * read);
	}

	private void requireSpeed() throws IOException {
		double seconds = (ticker.getAsLong() - began - GRACE.toNanos()) / 1e9;
		if (seconds * bytesPerSecond > count) {
			throw new RefusedBodyException(Problem.TOO_SLOW,
					"The body must come with at least %,d bytes a second, but after %d s only %,d had come."
						.formatted(bytesPerSecond, Math.round(seconds) + GRACE.toSeconds(), count));
		}
	}

	/**
	 * Reads what is left of a body that was refused, so that its client sees why. What is
	 * read is dropped.
	 * @return whether all came in time
	 */
	boolean drain() {
		byte[] dropped = new byte[1 << 13];
		try {
			for (int read = 0; read >= 0; read = stream.read(dropped)) {
				count += read;
				requireSpeed();
				if (count > MOST_DROPPED) {
					return false;
				}
			}
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public boolean isFinished() {
		return stream.isFinished();
	}

	@Override
	public boolean isReady() {
		return stream.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		stream.setReadListener(listener);
	}

}
