package dev.descent.web;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Set by {@code descent.streams.*}.
 *
 * @param heartbeat after so much silence a stream sends a comment, so that nobody takes
 * the connection for dead
 * @param patience how long a client may leave a stream unread; then it loses its place,
 * and the connection is closed within {@code server.tomcat.connection-timeout} (20 s)
 */
@Validated
@ConfigurationProperties("descent.streams")
record StreamSettings(@DefaultValue("15s") @NotNull @DurationMin(millis = 10) Duration heartbeat,
		@DefaultValue("20s") @NotNull @DurationMin(millis = 10) Duration patience) {
}
