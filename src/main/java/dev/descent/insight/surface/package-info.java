/**
 * The loss around the path of a run: surfaces, slices, and how far they can be trusted.
 */
@NullMarked
package dev.descent.insight.surface;

import org.jspecify.annotations.NullMarked;
