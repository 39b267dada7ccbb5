/** Functions of two variables on which methods of descent are compared. */
@NullMarked
package dev.descent.engine.surface;

import org.jspecify.annotations.NullMarked;
