/** What can be learnt from: samples, their columns and their targets. */
@NullMarked
package dev.descent.dataset;

import org.jspecify.annotations.NullMarked;
