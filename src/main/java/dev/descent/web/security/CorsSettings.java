package dev.descent.web.security;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Set by {@code descent.cors.*}.
 *
 * @param allowedOrigins origins of pages elsewhere that may call the API from a browser,
 * such as {@code https://dashboard.example}
 */
@ConfigurationProperties("descent.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {
}
