/** Methods of descent on surfaces that can be looked at as a whole. */
@NullMarked
package dev.descent.path;

import org.jspecify.annotations.NullMarked;
