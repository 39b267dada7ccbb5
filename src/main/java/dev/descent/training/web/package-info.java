/** Training jobs and what they recorded, over HTTP. */
@NullMarked
package dev.descent.training.web;

import org.jspecify.annotations.NullMarked;
