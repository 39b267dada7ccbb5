package dev.descent.outbound;

import java.net.UnknownHostException;

/** A host at an address that the service must not call. */
public final class ForbiddenAddressException extends UnknownHostException {

	/**
	 * @param host the name or literal; its address stays untold
	 */
	ForbiddenAddressException(String host) {
		super(host + " is at an address that is not public");
	}

}
