/** Between a dataset and a network: derived inputs, splitting, scaling. */
@NullMarked
package dev.descent.dataset.preparation;

import org.jspecify.annotations.NullMarked;
