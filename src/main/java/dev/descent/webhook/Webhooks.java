package dev.descent.webhook;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;

import dev.descent.training.JobObserver;
import dev.descent.training.TrainingJob;
import dev.descent.training.specification.JobEvent;
import dev.descent.training.specification.WebhookSpecification;
import tools.jackson.databind.json.JsonMapper;

/** Tells the webhooks of a job what happens to it. */
public final class Webhooks implements JobObserver {

	/** How many deliveries of a job are remembered. */
	static final int REMEMBERED = 100;

	/** Goes with the jobs. */
	private final Map<TrainingJob, Deque<Delivery>> deliveries = new WeakHashMap<>();

	private final Courier courier;

	private final JsonMapper mapper;

	private final InstantSource clock;

	Webhooks(Courier courier, JsonMapper mapper, InstantSource clock) {
		this.courier = courier;
		this.mapper = mapper;
		this.clock = clock;
	}

	@Override
	public void happened(TrainingJob job, JobEvent event) {
		job.specification()
			.webhooks()
			.stream()
			.filter((webhook) -> webhook.events().contains(event))
			.forEach((webhook) -> send(job, event, webhook));
	}

	private void send(TrainingJob job, JobEvent event, WebhookSpecification webhook) {
		var id = UUID.randomUUID().toString();
		var now = clock.instant();
		var body = mapper.writeValueAsBytes(Message.of(id, job, event, now));
		var delivery = new Delivery(id, job.id().value(), webhook, event, now, body);
		remember(job, delivery);
		courier.take(delivery);
	}

	private synchronized void remember(TrainingJob job, Delivery delivery) {
		var ofJob = deliveries.computeIfAbsent(job, (_) -> new ArrayDeque<>());
		if (ofJob.size() == REMEMBERED) {
			ofJob.removeFirst();
		}
		ofJob.addLast(delivery);
	}

	/** The last deliveries of a job, the oldest first. */
	public synchronized List<Delivery> of(TrainingJob job) {
		var ofJob = deliveries.get(job);
		return (ofJob != null) ? List.copyOf(ofJob) : List.of();
	}

}
