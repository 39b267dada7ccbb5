package dev.descent.insight.web;

/** Whether one moment is shown or how it came about. */
enum Format {

	STILL, FRAMES

}
