package dev.descent.figure;

import java.util.List;

/** An answer that can be drawn as a sequence of pictures. */
public interface Animated {

	/** The frames in the order of time, each with a title of its own. */
	List<Figure> figures();

}
