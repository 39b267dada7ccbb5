/**
 * What can be seen of a network, of a loss around a path, and of methods of descent
 * without a network.
 */
@NullMarked
package dev.descent.engine.analysis;

import org.jspecify.annotations.NullMarked;
