package dev.descent.verification;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** Cases of one kind, with what they are compared with and how. */
@Schema(description = "Cases of one kind, with what they are compared with and how.")
public record VerificationSuite(@Schema(description = "The kind of the cases.", example = "training_runs") String name,
		@Schema(description = "The programs that the published numbers were computed with.",
				example = "PyTorch 1.13.1, double precision") String reference,
		@Schema(description = "What a relative difference is.",
				example = "largest absolute difference / largest absolute expected number of the field") String measure,
		@Schema(description = "The largest relative difference with which a field is verified.",
				example = "1e-9") double limit,
		@Schema(description = "Every case that the reference lists, in its order.") List<VerificationCase> cases) {

}
