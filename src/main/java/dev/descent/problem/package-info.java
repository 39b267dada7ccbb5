/**
 * Why a request cannot be served: what any feature may throw, without knowing how HTTP
 * says it. The translation is in {@code dev.descent.web}.
 */
@NullMarked
package dev.descent.problem;

import org.jspecify.annotations.NullMarked;
