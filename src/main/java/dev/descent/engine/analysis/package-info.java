/** What can be seen of a network's loss around its parameters. */
@NullMarked
package dev.descent.engine.analysis;

import org.jspecify.annotations.NullMarked;
