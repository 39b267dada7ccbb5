/**
 * Where a dataset comes from: a recipe for synthetic data, data in the request, or data
 * stored before. To add a generator is to add one record here and to permit it.
 */
@NullMarked
package dev.descent.dataset.specification;

import org.jspecify.annotations.NullMarked;
