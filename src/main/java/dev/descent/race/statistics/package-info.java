/** What races of optimizers are judged by; lower is better throughout. */
@NullMarked
package dev.descent.race.statistics;

import org.jspecify.annotations.NullMarked;
