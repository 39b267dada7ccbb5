/**
 * The few inner loops that all computing time is spent in, and the elementary functions.
 */
@NullMarked
package dev.descent.engine.kernel;

import org.jspecify.annotations.NullMarked;
