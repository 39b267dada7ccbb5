package dev.descent.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DestinationsTests {

	private final Destinations careful = new Destinations(false, InetAddress::getAllByName);

	private final Destinations open = new Destinations(true, InetAddress::getAllByName);

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.8.9.10", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1",
			"172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1",
			"192.0.2.7", "198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
			"255.255.255.255", "[::]", "[::1]", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]",
			"[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
			"[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001::1]", "[2001:db8::1]", "[3fff::1]", "[100::1]", "[5f00::1]",
			"localhost", "LOCALHOST", "a.localhost" })
	void whatIsNotPublicIsForbiddenAsItIsWritten(String host) {
		assertThat(careful.forbids(URI.create("http://" + host + ":8080/x"))).isTrue();
		assertThat(open.forbids(URI.create("http://" + host + ":8080/x"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.169.0.1", "[2606:4700::1111]",
			"[::ffff:8.8.8.8]", "hooks.example.org", "localhost.example.org", "127.0.0.1.example.org" })
	void publicAddressesAndNamesAreNot(String host) {
		assertThat(careful.forbids(URI.create("https://" + host + "/x"))).isFalse();
	}

	@Test
	void aNameWithoutForbiddenAddressesIsResolved() throws UnknownHostException {
		assertThat(resolving("8.8.8.8", "2606:4700::1111").resolve("hooks.example.org")).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::1", "::ffff:192.168.0.1" })
	void aSingleForbiddenAddressIsEnoughToRefuseAName(String address) {
		assertThatExceptionOfType(ForbiddenAddressException.class)
			.isThrownBy(() -> resolving("8.8.8.8", address).resolve("hooks.example.org"))
			.withMessageNotContaining(address);
	}

	@Test
	void aLiteralIsCheckedTooWhenItIsResolved() {
		assertThatExceptionOfType(ForbiddenAddressException.class).isThrownBy(() -> careful.resolve("127.0.0.1"));
	}

	private static Destinations resolving(String... addresses) {
		return new Destinations(false,
				(_) -> Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
	}

}
