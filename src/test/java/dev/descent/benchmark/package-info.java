/**
 * How fast the engine is, beside plain loops and the machine's limit; docs/performance.md
 * says how to run it.
 */
@NullMarked
package dev.descent.benchmark;

import org.jspecify.annotations.NullMarked;
