package dev.descent.web;

import java.time.Duration;

/**
 * What a controller returns if the answer is a stream of server-sent events.
 *
 * @param source of the events
 * @param interval between two looks at what changes all the time
 * @param <E> has a component for each event, with its name and its data; for the OpenAPI
 * document
 */
@SuppressWarnings("UnusedTypeParameter") // the document reads it off the controller
public record EventStream<E>(EventSource source, Duration interval) {
}
