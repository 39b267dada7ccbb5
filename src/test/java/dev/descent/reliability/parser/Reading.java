package dev.descent.reliability.parser;

import java.io.IOException;

/** Reads a text. */
@FunctionalInterface
interface Reading {

	/**
	 * @throws dev.descent.problem.RefusedException if there is something wrong with it,
	 * which is as good as reading it
	 */
	void read(String text) throws IOException;

}
