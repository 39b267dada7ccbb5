/**
 * What can be wrong with a run: one class for each finding, and what it sees of the run.
 */
@NullMarked
package dev.descent.insight.diagnosis.symptom;

import org.jspecify.annotations.NullMarked;
