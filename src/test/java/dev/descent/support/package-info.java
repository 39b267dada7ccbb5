/** What tests share. */
@NullMarked
package dev.descent.support;

import org.jspecify.annotations.NullMarked;
