/** Architecture, flat parameters, forward and backward passes. */
@NullMarked
package dev.descent.engine.network;

import org.jspecify.annotations.NullMarked;
