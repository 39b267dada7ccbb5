/** Requests that nobody would send, derived from the OpenAPI document. */
@NullMarked
package dev.descent.reliability.fuzz;

import org.jspecify.annotations.NullMarked;
