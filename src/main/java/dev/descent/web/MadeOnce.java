package dev.descent.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.descent.json.Fingerprints;
import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.problem.Fault;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity.BodyBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers which request with an {@code Idempotency-Key} made what, so that the same
 * request, sent again, makes nothing new. Keys are remembered up to a number, the oldest
 * forgotten first, and each only as long as what was made with it is there.
 *
 * @param <I> names what is made; nothing more is held
 * @param <V> what is made
 */
public final class MadeOnce<I, V> {

	/** The header that names the key of a request. */
	public static final String KEY = "Idempotency-Key";

	/** What a key looks like. */
	public static final String PATTERN = "[!-~]{1,255}";

	/** What is said where it looks otherwise. */
	public static final String UNLIKE = "must be 1 to 255 visible ASCII characters";

	/** What a client is told of the key. */
	public static final String DESCRIPTION = """
			Names the request, so that it can be sent again without making anything new: whatever the first one made \
			is answered. With another body it is refused.""";

	/** What a client is told of an answer that nothing new was made for. */
	public static final String REPLAYED_DESCRIPTION = "There if an earlier request with this key made it.";

	/** The header of an answer that nothing new was made for. */
	public static final String REPLAYED = "Idempotent-Replayed";

	/**
	 * What a key stands for.
	 *
	 * @param id completes when it is made, or with the reason why it is not
	 */
	private record Use<I>(String fingerprint, CompletableFuture<I> id) {
	}

	/**
	 * What a request is answered with.
	 *
	 * @param replayed whether an earlier request made it
	 */
	public record Made<V>(V value, boolean replayed) {

		/** Tells the client where it is an earlier request's. */
		public BodyBuilder announce(BodyBuilder answer) {
			return replayed ? answer.header(REPLAYED, "true") : answer;
		}

	}

	/** Each owner has keys of their own. */
	private record OwnKey(Owner owner, String key) {
	}

	private final SequencedMap<OwnKey, Use<I>> uses = new LinkedHashMap<>();

	private final Fingerprints fingerprints;

	private final int most;

	private final Function<V, I> name;

	private final Function<I, V> find;

	private final CurrentOwner owners;

	/**
	 * @param mapper writes requests, by which they are told apart
	 * @param most how many keys are remembered
	 * @param name of what was made
	 * @param find what has a name, or throws {@link NotFoundException} when it is gone
	 * @param owners who sends the keys
	 */
	public MadeOnce(JsonMapper mapper, int most, Function<V, I> name, Function<I, V> find, CurrentOwner owners) {
		this.fingerprints = new Fingerprints(mapper);
		this.most = most;
		this.name = name;
		this.find = find;
		this.owners = owners;
	}

	/**
	 * Makes what is asked for, unless an earlier request with this key has. Of requests
	 * that come at the same time, one makes it and the others wait for that. If it is
	 * refused, the key stays free.
	 * @param key null to make it in any case
	 * @param request as it was understood, all defaults filled in
	 */
	public Made<V> make(@Nullable String key, Object request, Supplier<V> make) {
		if (key == null) {
			return new Made<>(make.get(), false);
		}
		var own = own(key);
		var mine = new Use<I>(fingerprints.of(request), new CompletableFuture<>());
		while (true) {
			var first = claim(own, mine);
			if (first == null) {
				return new Made<>(make(own, mine, make), false);
			}
			var earlier = replayed(own, first, mine.fingerprint());
			if (earlier != null) {
				return earlier;
			}
		}
	}

	/**
	 * What an earlier request with this key has made, for those to whom making takes so
	 * long that they look first; null if there is none.
	 */
	public @Nullable Made<V> earlier(@Nullable String key, Object request) {
		if (key == null) {
			return null;
		}
		var own = own(key);
		var first = use(own);
		return (first != null) ? replayed(own, first, fingerprints.of(request)) : null;
	}

	private OwnKey own(String key) {
		return new OwnKey(owners.get(), key);
	}

	/** What an earlier request made; null if it was refused or is gone. */
	private @Nullable Made<V> replayed(OwnKey key, Use<I> first, String fingerprint) {
		var id = first.id().<@Nullable I>handle((made, _) -> made).join();
		if (id == null) {
			return null;
		}
		try {
			var made = new Made<>(find.apply(id), true);
			requireSame(first, fingerprint);
			return made;
		}
		catch (NotFoundException _) {
			forget(key, first);
			return null;
		}
	}

	private V make(OwnKey key, Use<I> use, Supplier<V> make) {
		try {
			V made = make.get();
			use.id().complete(name.apply(made));
			return made;
		}
		catch (RuntimeException | Error ex) {
			forget(key, use);
			use.id().completeExceptionally(ex);
			throw ex;
		}
	}

	/** The use of a key by an earlier request; null if this one is the first. */
	private synchronized @Nullable Use<I> claim(OwnKey key, Use<I> mine) {
		var first = uses.putIfAbsent(key, mine);
		if (first == null && uses.size() > most) {
			uses.entrySet()
				.stream()
				.filter((use) -> use.getValue().id().isDone())
				.findFirst()
				.ifPresent((oldest) -> uses.remove(oldest.getKey()));
		}
		return first;
	}

	private synchronized @Nullable Use<I> use(OwnKey key) {
		return uses.get(key);
	}

	private synchronized void forget(OwnKey key, Use<I> use) {
		uses.remove(key, use);
	}

	private static void requireSame(Use<?> first, String fingerprint) {
		if (!first.fingerprint().equals(fingerprint)) {
			throw new RefusedException(
					List.of(Fault.ofParameter(KEY, "was used with another request; a new request needs a new key")));
		}
	}

}
