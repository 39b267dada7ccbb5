package dev.descent.insight.curvature.web;

/** Whether one moment is looked at or the whole run. */
enum CurvatureFormat {

	MOMENT, HISTORY

}
