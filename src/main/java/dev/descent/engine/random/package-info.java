/** Reproducible random numbers: every draw is a function of a seed and its purpose. */
@NullMarked
package dev.descent.engine.random;

import org.jspecify.annotations.NullMarked;
