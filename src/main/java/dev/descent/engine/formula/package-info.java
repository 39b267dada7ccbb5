/** Formulas that can be read, computed and shown with numbers in place of names. */
@NullMarked
package dev.descent.engine.formula;

import org.jspecify.annotations.NullMarked;
