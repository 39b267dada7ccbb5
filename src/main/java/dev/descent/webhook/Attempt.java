package dev.descent.webhook;

import java.time.Instant;

/**
 * One try to deliver a message.
 *
 * @param at when it began
 */
public record Attempt(Instant at, Outcome outcome) {
}
