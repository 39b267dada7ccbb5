/**
 * What a client may ask of a training job. Each record validates its own fields, fills in
 * what is missing (the only place where a default stands) and makes its engine object.
 */
@NullMarked
package dev.descent.training.specification;

import org.jspecify.annotations.NullMarked;
