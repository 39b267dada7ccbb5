package dev.descent.webhook.web;

import java.time.Instant;
import java.util.List;

import dev.descent.training.specification.JobEvent;
import dev.descent.webhook.Attempt;
import dev.descent.webhook.Delivery;
import dev.descent.webhook.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Deliveries", description = "The messages that a job's webhooks were sent, the oldest first.")
record DeliveriesView(@Schema(description = "The last hundred messages.") List<Item> deliveries) {

	@Schema(name = "Delivery", description = "A message to one webhook.")
	record Item(
			@Schema(description = "Names the message; the same for all attempts.",
					example = "0b4dc7f1-6a2c-4a53-8d3c-0f3d1f6f3c11") String id,
			@Schema(description = "What it tells of.", example = "succeeded") JobEvent event,
			@Schema(description = "Where it goes.", example = "https://hooks.example.org/descent") String url,
			@Schema(description = "Whether it is signed.", example = "true") boolean signed,
			@Schema(description = "When it was made.", example = "2026-01-01T12:00:00Z") Instant createdAt,
			@Schema(description = "Where it stands.", example = "delivered") DeliveryState state,
			@Schema(description = "Why it was given up; null if it was not.",
					example = "answered with an error") @Nullable String failure,
			@Schema(description = "How often it was tried, and how that went.") List<Try> attempts) {

		static Item of(Delivery delivery) {
			return new Item(delivery.id(), delivery.event(), delivery.url(), delivery.signed(), delivery.createdAt(),
					delivery.state(), delivery.failure(), delivery.attempts().stream().map(Try::of).toList());
		}

	}

	@Schema(name = "DeliveryAttempt", description = "One attempt to deliver a message.")
	record Try(@Schema(description = "When it began.", example = "2026-01-01T12:00:00Z") Instant at,
			@Schema(description = "The status that was answered; null if none was.",
					example = "204") @Nullable Integer status,
			@Schema(description = "Why it did not succeed; null if it did.",
					example = "no answer in time") @Nullable String failure) {

		static Try of(Attempt attempt) {
			return new Try(attempt.at(), attempt.outcome().status(), attempt.outcome().failure());
		}

	}

	static DeliveriesView of(List<Delivery> deliveries) {
		return new DeliveriesView(deliveries.stream().map(Item::of).toList());
	}

}
