package dev.descent.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects every fault of a request, so that all are reported at once. */
public final class Faults {

	private final String pointer;

	private final List<Fault> found;

	public Faults() {
		this("", new ArrayList<>());
	}

	private Faults(String pointer, List<Fault> found) {
		this.pointer = pointer;
		this.found = found;
	}

	/** The same collection, seen from a field below this one. */
	public Faults at(String field) {
		return new Faults(pointer + "/" + field.replace("~", "~0").replace("/", "~1"), found);
	}

	/** The same collection, seen from an element of this array. */
	public Faults at(int index) {
		return new Faults(pointer + "/" + index, found);
	}

	/** Notes that the field this view stands at has a fault. */
	public void add(String detail) {
		found.add(new Fault(pointer, detail));
	}

	/** Notes a fault that was found elsewhere. */
	public void add(Fault fault) {
		found.add(fault);
	}

	/** Notes what was found in a piece that stands at this field. */
	public void addAll(List<Fault> faultsOfPiece) {
		faultsOfPiece.forEach((fault) -> add(new Fault(pointer + fault.pointer(), fault.detail())));
	}

	/** Notes the fault unless the condition holds. */
	public void require(boolean condition, String detail) {
		if (!condition) {
			add(detail);
		}
	}

	/** Whether nothing was found here or below. */
	public boolean none() {
		return found.stream().noneMatch((fault) -> (fault.pointer() + "/").startsWith(pointer + "/"));
	}

	/** Whether nothing was found here or below, save at these fields. */
	public boolean noneBesides(List<String> fields) {
		return found.stream()
			.map((fault) -> fault.pointer() + "/")
			.filter((at) -> at.startsWith(pointer + "/"))
			.allMatch((at) -> fields.stream().anyMatch((field) -> at.startsWith(at(field).pointer + "/")));
	}

	/** Whether nothing was found at this field or below it. */
	public boolean noneAt(String field) {
		return at(field).none();
	}

	/** Whether nothing was found at this very place; there may be something below it. */
	public boolean noneHere() {
		return found.stream().noneMatch((fault) -> pointer.equals(fault.pointer()));
	}

	/** Forgets what does not meet the condition. */
	public void retain(Predicate<Fault> condition) {
		found.removeIf(condition.negate());
	}

	public List<Fault> all() {
		return List.copyOf(found);
	}

	/** Refuses the request if anything was found. */
	public void throwIfAny() {
		if (!found.isEmpty()) {
			throw new RefusedException(all());
		}
	}

}
