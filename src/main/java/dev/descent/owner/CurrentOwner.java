package dev.descent.owner;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * On whose behalf something is done now. Whoever is behind a request is known to its
 * thread; what is done later, on another thread, must carry it there.
 */
public final class CurrentOwner {

	private final ScopedValue<Owner> carried = ScopedValue.newInstance();

	private final Supplier<Owner> caller;

	/**
	 * @param caller who is behind the request that the thread serves; throws if there is
	 * none
	 */
	public CurrentOwner(Supplier<Owner> caller) {
		this.caller = caller;
	}

	public Owner get() {
		return carried.isBound() ? carried.get() : caller.get();
	}

	/** Does something on behalf of an owner. */
	public void as(Owner owner, Runnable deed) {
		ScopedValue.where(carried, owner).run(deed);
	}

	/** Does it later on behalf of whom it is done for now. */
	public Runnable carry(Runnable deed) {
		var owner = get();
		return () -> as(owner, deed);
	}

	/** Does it later on behalf of whom it is done for now. */
	public <T, R> Function<T, R> carry(Function<T, R> step) {
		var owner = get();
		return (value) -> ScopedValue.where(carried, owner).call(() -> step.apply(value));
	}

}
