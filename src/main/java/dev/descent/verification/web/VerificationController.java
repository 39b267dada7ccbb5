package dev.descent.verification.web;

import dev.descent.verification.VerificationReport;
import dev.descent.figure.CsvTable;
import dev.descent.web.Unchanging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Catalog")
class VerificationController {

	private final VerificationView verification;

	private final Unchanging unchanging;

	VerificationController(VerificationReport report, JsonMapper mapper) {
		this.verification = VerificationView.of(report);
		this.unchanging = Unchanging.of(mapper.writeValueAsBytes(verification));
	}

	@GetMapping(path = "/api/v1/verification", produces = { MediaType.APPLICATION_JSON_VALUE, CsvTable.MEDIA_TYPE })
	@Operation(operationId = "getVerification", summary = "What this build was compared with",
			description = """
					Training runs, activations, losses, Hessians and loss surfaces computed by other programs, case by case and field by \
					field, with the largest relative difference of the engine's numbers. The tests of this build wrote it. \
					What they did not compare is listed too, with the reason. As CSV, one row for each field.""")
	ResponseEntity<VerificationView> verification() {
		return unchanging.answer(verification);
	}

}
