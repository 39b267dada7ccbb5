package dev.descent.web;

/**
 * An event of a stream.
 *
 * @param name says what the data are
 * @param id from which a client that connects again may go on
 * @param data written as JSON; bytes are JSON already
 */
public record ServerEvent(String name, int id, Object data) {
}
