/** The service under load, over time, and when things go wrong around it. */
@NullMarked
package dev.descent.reliability;

import org.jspecify.annotations.NullMarked;
