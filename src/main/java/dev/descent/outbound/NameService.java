package dev.descent.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells the addresses of a host. */
@FunctionalInterface
public interface NameService {

	/** All addresses of a name, or the one that a literal stands for. */
	InetAddress[] addresses(String host) throws UnknownHostException;

}
