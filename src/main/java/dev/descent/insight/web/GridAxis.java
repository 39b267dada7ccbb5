package dev.descent.insight.web;

import io.swagger.v3.oas.annotations.media.Schema;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(description = "One axis of a grid.")
record GridAxis(@Schema(description = "The feature.", example = "x1") String feature,
		@Schema(description = "Where the points of the grid stand, in ascending order.",
				example = "[-1.5, 2.5]") double[] values) {
}
