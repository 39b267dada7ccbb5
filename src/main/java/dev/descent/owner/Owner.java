package dev.descent.owner;

/**
 * Whose something is. Owners with names of their own are those of the configured keys.
 *
 * @param name tells owners apart
 */
public record Owner(String name) {

	/** Whoever calls a service without keys; nothing is kept from them. */
	public static final Owner ANYONE = new Owner("*");

	/** The service itself, whose examples everybody sees. */
	public static final Owner SERVICE = new Owner("/");

	/** Whether something is there for this owner. */
	public boolean sees(Owner other) {
		return owns(other) || other.equals(SERVICE);
	}

	/** Whether this owner may change or delete something. */
	public boolean owns(Owner other) {
		return equals(ANYONE) || equals(other);
	}

}
