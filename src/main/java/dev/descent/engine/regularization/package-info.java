/** Penalties on the weights, added to the loss. */
@NullMarked
package dev.descent.engine.regularization;

import org.jspecify.annotations.NullMarked;
