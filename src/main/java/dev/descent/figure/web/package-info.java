/** Figures over HTTP: one message converter for each representation. */
@NullMarked
package dev.descent.figure.web;

import org.jspecify.annotations.NullMarked;
