package dev.descent.web.security;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.descent.json.Fingerprints;
import dev.descent.owner.Owner;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/**
 * Knows the API keys by their hashes. They are long random numbers, so a single SHA-256
 * is enough; and what is looked up is the hash, so how long that takes tells nothing of
 * any key.
 */
final class ApiKeys implements OpaqueTokenIntrospector {

	/** What allows to look. */
	static final String READ = "read";

	/** What allows to change things. */
	static final String WRITE = "write";

	private final Map<String, Holder> byHash = new HashMap<>();

	/**
	 * Whoever has sent a key.
	 *
	 * @param name of the key
	 */
	record Holder(String name, Owner owner,
			List<GrantedAuthority> authorities) implements OAuth2AuthenticatedPrincipal {

		static Holder of(String name, SecuritySettings.Key key) {
			return new Holder(name, new Owner(Objects.requireNonNullElse(key.owner(), name)), switch (key.role()) {
				case READ_WRITE -> AuthorityUtils.createAuthorityList(READ, WRITE);
				case READ_ONLY -> AuthorityUtils.createAuthorityList(READ);
			});
		}

		@Override
		public String getName() {
			return name;
		}

		@Override
		public Map<String, Object> getAttributes() {
			return Map.of();
		}

		@Override
		public List<GrantedAuthority> getAuthorities() {
			return authorities;
		}

	}

	ApiKeys(Map<String, SecuritySettings.Key> keys) {
		keys.forEach((name, key) -> byHash.put(key.sha256(), Holder.of(name, key)));
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String key) {
		@Nullable Holder holder = byHash.get(HexFormat.of().formatHex(Fingerprints.sha256(key.getBytes(StandardCharsets.UTF_8))));
		if (holder == null) {
			throw new BadOpaqueTokenException("The key is not known");
		}
		return holder;
	}

}
