package dev.descent.training.web;

import dev.descent.figure.web.Drawn;
import dev.descent.figure.web.FigureTypes;
import dev.descent.training.ScheduleCurve;
import dev.descent.training.specification.schedule.SchedulePreviewSpecification;
import dev.descent.figure.CsvTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/schedules")
@Tag(name = "Learning rates")
class ScheduleController {

	@PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = { MediaType.APPLICATION_JSON_VALUE, CsvTable.MEDIA_TYPE, FigureTypes.PLOTLY,
					MediaType.IMAGE_PNG_VALUE, FigureTypes.SVG, MediaType.TEXT_PLAIN_VALUE })
	@Drawn
	@Operation(operationId = "previewSchedule", summary = "See a schedule without training", description = """
			The learning rate, and the momentum where the schedule moves it, for every epoch or update of a training. \
			`{}` is half a cosine wave over 100 epochs.""")
	ScheduleCurveView preview(@RequestBody SchedulePreviewSpecification preview) {
		return ScheduleCurveView.of(ScheduleCurve.of(preview));
	}

}
