/** The initializers that a job can ask for. */
@NullMarked
package dev.descent.training.specification.initializer;

import org.jspecify.annotations.NullMarked;
