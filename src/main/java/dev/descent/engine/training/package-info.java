/** A training run: a value that steps. */
@NullMarked
package dev.descent.engine.training;

import org.jspecify.annotations.NullMarked;
