/**
 * What the tests of this build compared with published numbers. It knows nothing of what
 * was compared: the tests write it, the service reads it.
 */
@NullMarked
package dev.descent.verification;

import org.jspecify.annotations.NullMarked;
