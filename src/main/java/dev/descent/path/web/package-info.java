/** Paths of optimizers over HTTP. */
@NullMarked
package dev.descent.path.web;

import org.jspecify.annotations.NullMarked;
