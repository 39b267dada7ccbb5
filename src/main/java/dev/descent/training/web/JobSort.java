package dev.descent.training.web;

import java.util.List;
import java.util.Map;

import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;
import dev.descent.problem.Suggestion;
import dev.descent.training.JobOrder;

/** How a query names the order of a list. */
public final class JobSort {

	public static final String NEWEST = "-createdAt";

	public static final String OLDEST = "createdAt";

	public static final String NAME = "name";

	private static final Map<String, JobOrder> ORDERS = Map.of(NEWEST, JobOrder.NEWEST, OLDEST, JobOrder.OLDEST, NAME,
			JobOrder.NAME);

	private JobSort() {
	}

	static JobOrder order(String sort) {
		var order = ORDERS.get(sort);
		if (order == null) {
			throw new RefusedException(
					List.of(Fault.ofParameter("sort", "is not known; " + Suggestion.among(sort, ORDERS.keySet()))));
		}
		return order;
	}

}
