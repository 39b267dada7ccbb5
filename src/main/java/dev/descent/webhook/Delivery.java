package dev.descent.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.descent.training.specification.JobEvent;
import dev.descent.training.specification.WebhookSpecification;
import org.jspecify.annotations.Nullable;

/** One message to one receiver, and how often it was tried. */
public final class Delivery {

	private final String id;

	private final String jobId;

	private final WebhookSpecification webhook;

	private final JobEvent event;

	private final Instant createdAt;

	private final byte[] body;

	private volatile List<Attempt> attempts = List.of();

	private volatile DeliveryState state = DeliveryState.PENDING;

	private volatile @Nullable String failure;

	Delivery(String id, String jobId, WebhookSpecification webhook, JobEvent event, Instant createdAt, byte[] body) {
		this.id = id;
		this.jobId = jobId;
		this.webhook = webhook;
		this.event = event;
		this.createdAt = createdAt;
		this.body = body.clone();
	}

	/** Makes one attempt and keeps how it went. */
	Outcome attempt(Transport transport, Instant now) {
		var outcome = transport.post(webhook.uri(), headers(now), body);
		var extended = new ArrayList<>(attempts);
		extended.add(new Attempt(now, outcome));
		attempts = List.copyOf(extended);
		return outcome;
	}

	private Map<String, String> headers(Instant now) {
		var headers = new LinkedHashMap<String, String>();
		headers.put("Descent-Delivery", id);
		headers.put("Descent-Event", event.name().toLowerCase(Locale.ROOT));
		if (webhook.secret() != null) {
			headers.put(Signature.HEADER, Signature.of(body, webhook.secret(), now));
		}
		return headers;
	}

	void delivered() {
		state = DeliveryState.DELIVERED;
	}

	void giveUp(String why) {
		failure = why;
		state = DeliveryState.FAILED;
	}

	/** Names it; the same for all its attempts. */
	public String id() {
		return id;
	}

	/** Names the job that it is about. */
	public String jobId() {
		return jobId;
	}

	public JobEvent event() {
		return event;
	}

	public String url() {
		return webhook.url();
	}

	public boolean signed() {
		return webhook.secret() != null;
	}

	public Instant createdAt() {
		return createdAt;
	}

	public List<Attempt> attempts() {
		return attempts;
	}

	public DeliveryState state() {
		return state;
	}

	/** Why it was given up; null if it was not. */
	public @Nullable String failure() {
		return failure;
	}

}
