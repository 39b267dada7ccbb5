package dev.descent.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) to the field, for example
 * {@code /network/hiddenLayers/0/units}; empty for the whole body
 * @param detail what must hold, as a phrase that follows the field's name
 */
public record Fault(String pointer, String detail) {
}
