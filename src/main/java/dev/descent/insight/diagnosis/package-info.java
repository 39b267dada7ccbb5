/**
 * What is wrong with a run, why, what to change, and whether that helped.
 */
@NullMarked
package dev.descent.insight.diagnosis;

import org.jspecify.annotations.NullMarked;
