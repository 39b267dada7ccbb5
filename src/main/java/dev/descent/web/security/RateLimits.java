package dev.descent.web.security;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import dev.descent.problem.TooManyRequestsException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets each key call so often and tells with every answer how much is left, by the
 * headers of the IETF draft "RateLimit header fields for HTTP".
 */
final class RateLimits implements HandlerInterceptor {

	static final String POLICY = "RateLimit-Policy";

	static final String STATE = "RateLimit";

	private final SecuritySettings.RateLimit limit;

	private final Map<String, Bucket> buckets;

	RateLimits(SecuritySettings settings, TimeMeter time) {
		this.limit = settings.rateLimit();
		this.buckets = settings.keys().keySet().stream().collect(Collectors.toMap((name) -> name, (_) -> full(time)));
	}

	private Bucket full(TimeMeter time) {
		return Bucket.builder()
			.withCustomTimePrecision(time)
			.addLimit((bandwidth) -> bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
			.build();
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var bucket = buckets.get(String.valueOf(request.getRemoteUser()));
		// An answer that took a while passes by here once more.
		if (bucket != null && request.getDispatcherType() == DispatcherType.REQUEST) {
			var probe = bucket.tryConsumeAndReturnRemaining(1);
			announce(probe, response);
			if (!probe.isConsumed()) {
				throw new TooManyRequestsException("This key may call %,d times in %d seconds; try again later."
					.formatted(limit.requests(), limit.per().toSeconds()),
						Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
			}
		}
		return true;
	}

	private void announce(ConsumptionProbe probe, HttpServletResponse response) {
		response.setHeader(POLICY, "\"requests\";q=" + limit.requests() + ";w=" + limit.per().toSeconds());
		response.setHeader(STATE,
				"\"requests\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
	}

	/** Rounded up. */
	private static long seconds(long nanos) {
		return Math.ceilDiv(nanos, 1_000_000_000L);
	}

}
