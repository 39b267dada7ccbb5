/**
 * What exists, with defaults, bounds, formulas and sources: derived from the records that
 * parse requests, so that nothing can be in one and not in the other.
 */
@NullMarked
package dev.descent.catalog;

import org.jspecify.annotations.NullMarked;
