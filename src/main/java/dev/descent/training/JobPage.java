package dev.descent.training;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Part of a list of jobs.
 *
 * @param last where the last of these stands, if others follow; null if none do
 */
public record JobPage<J extends Job>(List<J> jobs, @Nullable JobPlace last) {

	public JobPage {
		jobs = List.copyOf(jobs);
	}

}
