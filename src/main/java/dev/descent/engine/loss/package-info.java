/** Losses with their gradients. */
@NullMarked
package dev.descent.engine.loss;

import org.jspecify.annotations.NullMarked;
