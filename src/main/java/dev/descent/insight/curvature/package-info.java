/**
 * First and second derivatives of the objective of a job: whether backpropagation is
 * right, how sharp the loss is, and what that means for the learning rate.
 */
@NullMarked
package dev.descent.insight.curvature;

import org.jspecify.annotations.NullMarked;
