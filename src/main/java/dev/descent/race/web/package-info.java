/** Races over HTTP. */
@NullMarked
package dev.descent.race.web;

import org.jspecify.annotations.NullMarked;
