/**
 * What can be worked out from a job's checkpoints: boundaries, evaluations, predictions.
 */
@NullMarked
package dev.descent.insight;

import org.jspecify.annotations.NullMarked;
