/** Tests of the engine as a whole. */
@NullMarked
package dev.descent.engine;

import org.jspecify.annotations.NullMarked;
