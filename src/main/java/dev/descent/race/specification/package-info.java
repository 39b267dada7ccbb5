/** What a race can be told. */
@NullMarked
package dev.descent.race.specification;

import org.jspecify.annotations.NullMarked;
