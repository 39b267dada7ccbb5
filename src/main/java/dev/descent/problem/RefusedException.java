package dev.descent.problem;

import java.util.List;

/** A request that is well-formed but cannot be accepted as it stands. */
public final class RefusedException extends RuntimeException {

	private final transient List<Fault> faults;

	public RefusedException(List<Fault> faults) {
		super("refused: " + faults);
		this.faults = List.copyOf(faults);
	}

	public List<Fault> faults() {
		return faults;
	}

}
