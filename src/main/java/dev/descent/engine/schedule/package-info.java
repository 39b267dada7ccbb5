/** How the learning rate moves during a run. */
@NullMarked
package dev.descent.engine.schedule;

import org.jspecify.annotations.NullMarked;
