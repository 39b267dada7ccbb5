package dev.descent.webhook;

/** Where a delivery stands. */
public enum DeliveryState {

	/** It will be tried, or tried again. */
	PENDING,

	/** It was accepted. */
	DELIVERED,

	/** It was given up. */
	FAILED

}
