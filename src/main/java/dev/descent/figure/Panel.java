package dev.descent.figure;

import java.util.List;
import java.util.Optional;

/**
 * A pair of axes and what is drawn between them, from the back to the front.
 *
 * @param title empty if the figure's says enough
 */
public record Panel(String title, Axis x, Axis y, List<Mark> marks) {

	public Panel {
		title = Names.tidy(title, Names.TITLE);
		marks = List.copyOf(marks);
	}

	/**
	 * Whether a grid is of cells with names rather than of points between which it goes
	 * on.
	 */
	boolean hasCells() {
		return !x.categories().isEmpty() || !y.categories().isEmpty();
	}

	/** The surface that is drawn, if there is one. */
	Optional<Mark.Surface> surface() {
		return marks.stream().filter(Mark.Surface.class::isInstance).map(Mark.Surface.class::cast).findFirst();
	}

}
