package dev.descent.training;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Who is next. Jobs that were trained only for a moment and all others take turns, each
 * in the order in which they lined up; so a short job is through soon, however many long
 * ones there are, and the long ones go on, however many short ones come.
 */
final class TurnQueue {

	private final Queue<JobExecution> young = new ArrayDeque<>();

	private final Queue<JobExecution> old = new ArrayDeque<>();

	private final long youngNanos;

	private boolean oldIsNext;

	/**
	 * @param youngNanos training time below which a job is young
	 */
	TurnQueue(long youngNanos) {
		this.youngNanos = youngNanos;
	}

	synchronized void add(JobExecution job) {
		boolean isYoung = job.trainedNanos() < youngNanos;
		(isYoung ? young : old).add(job);
		notifyAll();
	}

	synchronized int size() {
		return young.size() + old.size();
	}

	/** Waits until there is a job. */
	synchronized JobExecution take() throws InterruptedException {
		while (young.isEmpty() && old.isEmpty()) {
			wait();
		}
		boolean takeOld = young.isEmpty() || (oldIsNext && !old.isEmpty());
		oldIsNext = !takeOld;
		return (takeOld ? old : young).remove();
	}

}
