package dev.descent.web.security;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.descent.owner.CurrentOwner;
import dev.descent.owner.Owner;
import dev.descent.web.MadeOnce;
import dev.descent.web.security.ApiKeys.Holder;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may do what. Without keys everybody may do everything, as the owner of all. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

	private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

	private static final String API = "/api/**";

	/** What needs no key: the documentation, and whether the service is up. */
	private static final String[] OPEN = { "/", "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**",
			"/v3/api-docs.yaml", "/actuator/health/**" };

	/** Pages load what this service has, and nobody may frame them. */
	private static final String CONTENT_SECURITY_POLICY = """
			default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
			font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'""";

	private final SecuritySettings settings;

	SecurityConfiguration(SecuritySettings settings) {
		this.settings = settings;
	}

	@Bean
	static CurrentOwner currentOwner(SecuritySettings settings) {
		return new CurrentOwner(settings.hasKeys() ? SecurityConfiguration::holder : () -> Owner.ANYONE);
	}

	private static Owner holder() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Holder holder) {
			return holder.owner();
		}
		throw new IllegalStateException("nobody is known to be behind this");
	}

	/** First, so that what is asked too often costs nothing else. */
	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new RateLimits(settings, TimeMeter.SYSTEM_NANOTIME)).addPathPatterns(API).order(-1);
	}

	/** Pages elsewhere may not, but for those that the operator names. */
	@Bean
	static CorsConfigurationSource corsConfigurationSource(CorsSettings settings) {
		var source = new UrlBasedCorsConfigurationSource();
		if (!settings.allowedOrigins().isEmpty()) {
			var cors = new CorsConfiguration();
			cors.setAllowedOrigins(settings.allowedOrigins());
			cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PATCH", "DELETE"));
			cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
			cors.setExposedHeaders(List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.ETAG,
					"Preference-Applied", MadeOnce.REPLAYED, RateLimits.POLICY, RateLimits.STATE));
			cors.setMaxAge(Duration.ofMinutes(30));
			source.registerCorsConfiguration(API, cors);
		}
		return source;
	}

	@Bean
	SecurityFilterChain whoMayDoWhat(HttpSecurity http,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		http.cors(Customizer.withDefaults())
			// There are no cookies, so nobody can be made to send one.
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers(SecurityConfiguration::headers);
		if (settings.hasKeys()) {
			requireKeys(http, problems);
		}
		else {
			http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll());
		}
		return http.build();
	}

	private void requireKeys(HttpSecurity http, HandlerExceptionResolver problems) {
		http.authorizeHttpRequests((requests) -> requests.requestMatchers(OPEN)
			.permitAll()
			.requestMatchers(HttpMethod.GET)
			.hasAuthority(ApiKeys.READ)
			.requestMatchers(HttpMethod.HEAD)
			.hasAuthority(ApiKeys.READ)
			.anyRequest()
			.hasAuthority(ApiKeys.WRITE))
			.oauth2ResourceServer((server) -> server
				.opaqueToken((token) -> token.introspector(new ApiKeys(settings.keys())))
				.authenticationEntryPoint(
						(request, response, exception) -> problems.resolveException(request, response, null, exception))
				.accessDeniedHandler((request, response, exception) -> problems.resolveException(request, response,
						null, exception)));
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
			// Results say themselves how long they may be kept.
			.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
	}

	/** Tells as a problem what the firewall lets nobody ask. */
	@Bean
	RequestRejectedHandler rejections(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		return (request, response, exception) -> problems.resolveException(request, response, null, exception);
	}

	/**
	 * Without keys, a page elsewhere whose name leads to this machine (DNS rebinding)
	 * could use the service through a browser on it; so on a loopback address, only names
	 * of this machine are answered.
	 */
	@Bean
	StrictHttpFirewall firewall(ServerProperties server) {
		var firewall = new StrictHttpFirewall();
		// What an address does not take is refused by what knows what it does take.
		firewall.setUnsafeAllowAnyHttpMethod(true);
		boolean local = isLoopback(server.getAddress());
		if (!settings.hasKeys() && local) {
			var hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "[::1]", "::1"));
			settings.hosts().forEach((host) -> hosts.add(host.toLowerCase(Locale.ROOT)));
			firewall.setAllowedHostnames((host) -> hosts.contains(host.toLowerCase(Locale.ROOT)));
		}
		if (!settings.hasKeys() && !local) {
			log.warn(
					"""
							Everybody who reaches this service may do everything: it listens on more than a loopback address, and \
							there are no API keys. See docs/security.md.""");
		}
		return firewall;
	}

	private static boolean isLoopback(@Nullable InetAddress address) {
		return address != null && address.isLoopbackAddress();
	}

}
