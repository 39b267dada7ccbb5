/** What the service takes on at most. */
@NullMarked
package dev.descent.limits;

import org.jspecify.annotations.NullMarked;
