package dev.descent.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The names of feature columns: those given by default, and the rules for others. */
public final class ColumnNames {

	/** How many feature columns a dataset may have. */
	public static final int MOST = 1000;

	/** How many characters a name of a column or a class may have. */
	public static final int LONGEST = 100;

	private ColumnNames() {
	}

	/** {@code x1}, {@code x2} and so on. */
	public static List<String> numbered(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((number) -> "x" + number).toList();
	}

	/** Hands out what is wrong with names that may come from anywhere. */
	public static void check(List<? extends @Nullable String> names, ObjIntConsumer<String> faults) {
		Set<String> seen = HashSet.newHashSet(names.size());
		for (int i = 0; i < names.size(); i++) {
			String name = names.get(i);
			if (name == null || name.isBlank()) {
				faults.accept("must not be blank", i);
			}
			else if (!name.equals(name.strip())) {
				faults.accept("must not begin or end with white space", i);
			}
			else if (name.length() > LONGEST) {
				faults.accept("must be at most " + LONGEST + " characters long", i);
			}
			else if (!seen.add(name)) {
				faults.accept("must differ from the others but '" + name + "' stands there twice", i);
			}
		}
	}

}
