/** The catalogue over HTTP. */
@NullMarked
package dev.descent.catalog.web;

import org.jspecify.annotations.NullMarked;
