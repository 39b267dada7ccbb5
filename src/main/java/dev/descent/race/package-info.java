/** Several jobs compared on equal terms. */
@NullMarked
package dev.descent.race;

import org.jspecify.annotations.NullMarked;
