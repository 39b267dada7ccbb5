/** Stored datasets over HTTP. */
@NullMarked
package dev.descent.dataset.web;

import org.jspecify.annotations.NullMarked;
