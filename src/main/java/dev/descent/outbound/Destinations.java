package dev.descent.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The hosts that may be called. Unless the operator allows them, addresses that are not
 * public are refused: of this machine, of private networks, and what else is reserved.
 */
public final class Destinations {

	/**
	 * IPv6 only where public addresses are given out, so that no other form in which an
	 * IPv4 address can be wrapped gets through; less the documentation prefix of RFC
	 * 9637.
	 */
	private static final InetAddressFilter PUBLIC = InetAddressFilter.externalAddresses()
		.and(InetAddressFilter.of("2000::/3").or((address) -> address instanceof Inet4Address))
		.andNot("3fff::/20");

	private final InetAddressFilter allowed;

	private final NameService names;

	/**
	 * @param privateToo whether every address may be called
	 */
	public Destinations(boolean privateToo, NameService names) {
		this.allowed = privateToo ? InetAddressFilter.all() : PUBLIC;
		this.names = names;
	}

	/**
	 * Whether an address can be refused as it is written, without asking for names: one
	 * with a literal that is not public, or with a name that means this machine.
	 */
	public boolean forbids(URI uri) {
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		if (host.equals("localhost") || host.endsWith(".localhost")) {
			return !allowed.matches(InetAddress.getLoopbackAddress());
		}
		try {
			return !allowed.matches(InetAddress.ofLiteral(host));
		}
		catch (IllegalArgumentException _) {
			return false;
		}
	}

	/**
	 * The addresses of a host, each of them allowed. Who connects must take these and not
	 * ask for the name again: the next answer may be another.
	 * @throws ForbiddenAddressException if a single one is not
	 */
	public InetAddress[] resolve(String host) throws UnknownHostException {
		var addresses = names.addresses(host);
		if (!Arrays.stream(addresses).allMatch(allowed::matches)) {
			throw new ForbiddenAddressException(host);
		}
		return addresses;
	}

}
