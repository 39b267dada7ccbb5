/** Update rules and the memory they need. */
@NullMarked
package dev.descent.engine.optimizer;

import org.jspecify.annotations.NullMarked;
