package dev.descent.figure;

/** An answer that can be drawn, and is where an image is asked for. */
public interface Illustrated {

	Figure figure();

}
