/** Surfaces and descents that a client may ask for. */
@NullMarked
package dev.descent.path.specification;

import org.jspecify.annotations.NullMarked;
