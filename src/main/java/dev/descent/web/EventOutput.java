package dev.descent.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that is written piece by piece. The container never blocks the
 * thread that writes, so it waits for the client here, where the wait has a limit and can
 * be interrupted.
 */
final class EventOutput implements WriteListener {

	private final ServletOutputStream stream;

	private final LongSupplier ticker;

	/** That it may be possible to write again. */
	private final Semaphore signals = new Semaphore(0);

	private volatile @Nullable Throwable failure;

	/** Whether the container may have kept back some of what was written. */
	private boolean written;

	/**
	 * @param ticker nanoseconds from any origin
	 */
	EventOutput(ServletOutputStream stream, LongSupplier ticker) {
		this.stream = stream;
		this.ticker = ticker;
		stream.setWriteListener(this);
	}

	/**
	 * Waits until the client has read what was written, or the network holds the rest.
	 * @throws IOException if that takes longer than this, or the client is gone
	 */
	void awaitRead(Duration patience) throws IOException, InterruptedException {
		long deadline = ticker.getAsLong() + patience.toNanos();
		awaitReady(deadline);
		while (written) {
			written = false;
			stream.flush();
			awaitReady(deadline);
		}
	}

	private void awaitReady(long deadline) throws IOException, InterruptedException {
		while (!isReady()) {
			if (!signals.tryAcquire(deadline - ticker.getAsLong(), TimeUnit.NANOSECONDS)) {
				throw new IOException("The client does not read");
			}
		}
	}

	private boolean isReady() throws IOException {
		var reason = failure;
		if (reason != null) {
			throw new IOException("The client is gone", reason);
		}
		return stream.isReady();
	}

	/** To be called only when the client has read what was written before. */
	void write(byte[] bytes) throws IOException {
		stream.write(bytes);
		written = true;
	}

	@Override
	public void onWritePossible() {
		signals.release();
	}

	@Override
	public void onError(Throwable reason) {
		failure = reason;
		signals.release();
	}

}
