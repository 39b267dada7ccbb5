/** How a client may ask for the learning rate to move. */
@NullMarked
package dev.descent.training.specification.schedule;

import org.jspecify.annotations.NullMarked;
