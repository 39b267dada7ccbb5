package dev.descent.limits;

import org.springframework.util.unit.DataSize;

/**
 * How the heap is shared out where the operator says nothing.
 *
 * @param bytes the largest that it may become
 */
record Heap(long bytes) {

	/** What the service takes for itself: classes, buffers, room for the collector. */
	static final long SERVICE = DataSize.ofMegabytes(96).toBytes();

	/** Of the whole JVM. */
	static Heap ofJvm() {
		return new Heap(Runtime.getRuntime().maxMemory());
	}

	/**
	 * What was set; if that is nothing, a share of what the service leaves.
	 * @param share in percent
	 */
	DataSize orShare(DataSize set, int share) {
		return isSet(set) ? set : DataSize.ofBytes(Math.max(bytes - SERVICE, bytes / 4) / 100 * share);
	}

	/** What was set; if that is nothing, the smaller of two sizes. */
	static DataSize orLeast(DataSize set, DataSize usual, long most) {
		return isSet(set) ? set : DataSize.ofBytes(Math.min(usual.toBytes(), most));
	}

	private static boolean isSet(DataSize size) {
		return size.toBytes() != 0;
	}

}
