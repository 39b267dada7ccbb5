/** Who may call the service, how often, and whose things they see. */
@NullMarked
package dev.descent.web.security;

import org.jspecify.annotations.NullMarked;
