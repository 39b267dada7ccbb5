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
 * @param heartbeat after so much silence a comment is sent, so that nobody takes the
 * connection for dead
 * @param patience how long a client may leave what was sent to it unread
 */
@Validated
@ConfigurationProperties("descent.streams")
record StreamSettings(@DefaultValue("15s") @NotNull @DurationMin(millis = 10) Duration heartbeat,
		@DefaultValue("20s") @NotNull @DurationMin(millis = 10) Duration patience) {
}
