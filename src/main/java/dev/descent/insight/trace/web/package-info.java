/** Traces over HTTP. */
@NullMarked
package dev.descent.insight.trace.web;

import org.jspecify.annotations.NullMarked;
