/** The application itself; every feature has a package of its own below. */
@NullMarked
package dev.descent;

import org.jspecify.annotations.NullMarked;
