package dev.descent.outbound;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the service may call, set by {@code descent.outbound.*}.
 *
 * @param allowPrivateAddresses whether webhooks may lead to addresses that are not public
 */
@ConfigurationProperties("descent.outbound")
record OutboundSettings(@DefaultValue("false") boolean allowPrivateAddresses) {
}
