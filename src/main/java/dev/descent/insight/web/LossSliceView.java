package dev.descent.insight.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.descent.figure.Axis;
import dev.descent.figure.CsvTable;
import dev.descent.figure.Figure;
import dev.descent.figure.Illustrated;
import dev.descent.figure.Mark;
import dev.descent.insight.surface.LineKind;
import dev.descent.insight.surface.LossSlice;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // written out, never compared
@Schema(name = "LossSlice",
		description = "The mean loss, without penalties, along a line through the parameters of a network.")
record LossSliceView(@Schema(description = "Whole epochs trained to get the parameters.", example = "1000") int epoch,
		@Schema(description = "Updates made to get them.", example = "1000") long step,
		@Schema(description = "How the line lies.", example = "random") LineKind along,
		@Schema(description = "What lies along it.", example = "random direction") String name,
		@Schema(description = "The coordinate of the parameters themselves.", example = "0.0") double at,
		@Schema(description = "Coordinates, in ascending order.", example = "[-1.0, 0.0, 1.0]") double[] x,
		@Schema(description = "Mean loss over the training samples.", example = "[0.9, 0.3, 0.8]") double[] trainLoss,
		@Schema(description = "Mean loss over the validation samples; null without any.",
				example = "[0.9, 0.4, 0.8]") double @Nullable [] validationLoss)
		implements
			CsvTable,
			Illustrated {

	static LossSliceView of(LossSlice slice) {
		return new LossSliceView(slice.moment().epoch(), slice.moment().step(), slice.request().along(), slice.name(),
				slice.at(), slice.x(), slice.trainLoss(), slice.validationLoss());
	}

	@Override
	public Figure figure() {
		var marks = new ArrayList<Mark>();
		marks.add(new Mark.Line("training", x, trainLoss, 0, false));
		if (validationLoss != null) {
			marks.add(new Mark.Line("validation", x, validationLoss, 1, true));
		}
		return Figure.of("Loss along a line through epoch " + epoch, Axis.linear(name), Axis.either("mean loss"),
				marks);
	}

	@Override
	public List<String> csvHeader() {
		return List.of("x", "train_loss", "validation_loss");
	}

	@Override
	public Stream<List<?>> csvRows() {
		return IntStream.range(0, x.length)
			.mapToObj((i) -> Arrays.asList(x[i], trainLoss[i], (validationLoss != null) ? validationLoss[i] : null));
	}

}
