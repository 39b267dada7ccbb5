/** JSON becomes a valid object, or all its faults are told at once. */
@NullMarked
package dev.descent.json;

import org.jspecify.annotations.NullMarked;
