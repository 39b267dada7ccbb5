/** Whose the things are that the service keeps. */
@NullMarked
package dev.descent.owner;

import org.jspecify.annotations.NullMarked;
