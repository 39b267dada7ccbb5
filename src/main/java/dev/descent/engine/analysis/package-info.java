/** Methods of descent looked at for themselves, without a network. */
@NullMarked
package dev.descent.engine.analysis;

import org.jspecify.annotations.NullMarked;
