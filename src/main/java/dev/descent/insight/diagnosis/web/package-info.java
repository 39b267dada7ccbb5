/** Diagnoses and trials over HTTP. */
@NullMarked
package dev.descent.insight.diagnosis.web;

import org.jspecify.annotations.NullMarked;
