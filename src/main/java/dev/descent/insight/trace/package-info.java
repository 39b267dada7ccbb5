/** One update of a run, number by number, with the formula of each. */
@NullMarked
package dev.descent.insight.trace;

import org.jspecify.annotations.NullMarked;
