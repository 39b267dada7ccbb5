/** Non-linearities with their derivatives. */
@NullMarked
package dev.descent.engine.activation;

import org.jspecify.annotations.NullMarked;
