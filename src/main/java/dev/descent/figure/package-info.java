/**
 * A neutral figure, made once for each kind of result, and its renderings.
 */
@NullMarked
package dev.descent.figure;

import org.jspecify.annotations.NullMarked;
