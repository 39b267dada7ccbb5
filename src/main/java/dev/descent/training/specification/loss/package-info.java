/** The losses that a job can ask for. */
@NullMarked
package dev.descent.training.specification.loss;

import org.jspecify.annotations.NullMarked;
