package dev.descent.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Helps with misspelt names. */
public final class Suggestion {

	private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

	/** What is longer is no misspelt name. */
	private static final int LONGEST = 100;

	/** So many names are told. */
	private static final int MOST = 100;

	private Suggestion() {
	}

	/** A sentence with the nearest known name, if one is near, and all of them. */
	public static String among(String given, Collection<String> known) {
		String all = "known are " + known.stream().sorted().limit(MOST).collect(Collectors.joining(", "))
				+ ((known.size() > MOST) ? " and " + (known.size() - MOST) + " others" : "");
		if (given.length() > LONGEST) {
			return all;
		}
		return known.stream()
			.min(Comparator.comparingInt((name) -> DISTANCE.apply(given, name)))
			.filter((nearest) -> DISTANCE.apply(given, nearest) <= Math.max(2, nearest.length() / 3))
			.map((nearest) -> "did you mean '" + nearest + "'? (" + all + ")")
			.orElse(all);
	}

}
