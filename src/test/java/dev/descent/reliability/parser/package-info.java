/** What reads texts of clients, fed with whatever finds a way through it. */
@NullMarked
package dev.descent.reliability.parser;

import org.jspecify.annotations.NullMarked;
