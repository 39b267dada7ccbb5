/**
 * Makes the published OpenAPI document say exactly what the service does: which variants
 * there are, what may be null, which defaults hold, which problems can come.
 */
@NullMarked
package dev.descent.web.openapi;

import org.jspecify.annotations.NullMarked;
