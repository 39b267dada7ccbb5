package dev.descent.training.breakpoint;

/**
 * A place in a text, counted from 1 in characters as people count them.
 *
 * @param several whether the text has more than one line
 */
record Position(int line, int column, boolean several) {

	/** The place of the character at an index of the text. */
	static Position of(String text, int index) {
		String before = text.substring(0, index);
		int start = before.lastIndexOf('\n') + 1;
		int line = 1 + (int) before.chars().filter((c) -> c == '\n').count();
		return new Position(line, 1 + before.codePointCount(start, before.length()), text.indexOf('\n') >= 0);
	}

	@Override
	public String toString() {
		return several ? "line " + line + ", column " + column : "column " + column;
	}

}
