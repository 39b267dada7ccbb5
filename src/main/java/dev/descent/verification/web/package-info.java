/** The comparisons over HTTP. */
@NullMarked
package dev.descent.verification.web;

import org.jspecify.annotations.NullMarked;
