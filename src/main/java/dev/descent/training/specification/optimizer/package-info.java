/** The methods of descent that a client may ask for. */
@NullMarked
package dev.descent.training.specification.optimizer;

import org.jspecify.annotations.NullMarked;
