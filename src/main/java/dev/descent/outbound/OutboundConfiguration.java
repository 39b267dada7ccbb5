package dev.descent.outbound;

import java.net.InetAddress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

	@Bean
	Destinations destinations(OutboundSettings settings) {
		return new Destinations(settings.allowPrivateAddresses(), InetAddress::getAllByName);
	}

}
