/**
 * Conditions over the numbers of a run: texts in the Common Expression Language, of which
 * the parser is taken from its own project, with every number a double.
 */
@NullMarked
package dev.descent.training.breakpoint;

import org.jspecify.annotations.NullMarked;
