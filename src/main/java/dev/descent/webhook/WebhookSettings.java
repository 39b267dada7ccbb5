package dev.descent.webhook;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are delivered, set by {@code descent.webhooks.*}.
 *
 * @param timeout one attempt to deliver a message, from looking up the name to the status
 * of the answer
 * @param retryDelays pauses between the attempts; there is one attempt more
 * @param concurrency attempts at the same time
 * @param waiting messages that are neither delivered nor given up; more are dropped, and
 * the log says so
 */
@Validated
@ConfigurationProperties("descent.webhooks")
record WebhookSettings(@DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration timeout, @DefaultValue( {
		"1s", "5s", "25s", "2m" }) @NotNull @Size(max = 20) List<@NotNull Duration> retryDelays,
		@DefaultValue("32") @Min(1) int concurrency, @DefaultValue("1000") @Min(1) int waiting){
}
