/** Datasets that the service keeps for later use. */
@NullMarked
package dev.descent.dataset.store;

import org.jspecify.annotations.NullMarked;
