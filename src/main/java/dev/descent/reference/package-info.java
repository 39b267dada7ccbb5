/** Where knowledge comes from: what the catalogue says of each entry. */
@NullMarked
package dev.descent.reference;

import org.jspecify.annotations.NullMarked;
