package dev.descent.reliability.parser;

import java.io.IOException;

/** Reads a text. */
@FunctionalInterface
interface Reading {

	/**
	 * Takes in a text of a client.
	 * @throws dev.descent.problem.RefusedException if there is something wrong with it,
	 * which is as good as reading it
	 */
	void read(String text) throws IOException;

}
