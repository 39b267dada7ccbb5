package dev.descent.webhook.web;

import dev.descent.training.TrainingJobId;
import dev.descent.training.TrainingJobs;
import dev.descent.webhook.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Records")
class DeliveryController {

	private final TrainingJobs jobs;

	private final Webhooks webhooks;

	DeliveryController(TrainingJobs jobs, Webhooks webhooks) {
		this.jobs = jobs;
		this.webhooks = webhooks;
	}

	@GetMapping("/api/v1/training-jobs/{id}/deliveries")
	@Operation(operationId = "getDeliveries", summary = "The messages sent to webhooks")
	DeliveriesView deliveries(
			@Parameter(description = "The job.", example = "example") @PathVariable TrainingJobId id) {
		return DeliveriesView.of(webhooks.of(jobs.get(id)));
	}

}
