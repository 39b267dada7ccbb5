/** Insights into jobs, over HTTP. */
@NullMarked
package dev.descent.insight.web;

import org.jspecify.annotations.NullMarked;
