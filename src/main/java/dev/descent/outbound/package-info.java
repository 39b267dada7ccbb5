/** Which addresses the service may call when a client asks it to. */
@NullMarked
package dev.descent.outbound;

import org.jspecify.annotations.NullMarked;
