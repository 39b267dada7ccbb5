/**
 * Training jobs: what was asked for, where each job stands, what it recorded, and the
 * workers that advance all jobs in turn.
 */
@NullMarked
package dev.descent.training;

import org.jspecify.annotations.NullMarked;
