package dev.descent.training.web;

import io.swagger.v3.oas.annotations.media.Schema;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(description = """
		The outputs of the network on a grid, as `boundary` gives them. Row i, column j of a grid is the point \
		(x[j], y[i]).""")
public record BoundaryFrame(@Schema(description = "Whole epochs trained.", example = "16") int epoch,
		@Schema(description = "Updates made.", example = "16") long step,
		@Schema(description = "Where the columns stand.", example = "[-1.5, 2.5]") double[] x,
		@Schema(description = "Where the rows stand.", example = "[-1.0, 1.5]") double[] y,
		@Schema(description = "A grid for each output of the network.",
				example = "[[[0.1, 0.9], [0.2, 0.8]]]") double[][][] outputs) {
}
