/** Gradient checks and curvature, over HTTP. */
@NullMarked
package dev.descent.insight.curvature.web;

import org.jspecify.annotations.NullMarked;
