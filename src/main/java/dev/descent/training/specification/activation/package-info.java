/** The activations that a job can ask for, by name or with their parameters. */
@NullMarked
package dev.descent.training.specification.activation;

import org.jspecify.annotations.NullMarked;
