package dev.descent.figure.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.descent.figure.Style;
import dev.descent.figure.Theme;
import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.problem.Suggestion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Reads what the reader of a figure wants, before anything is worked out, and keeps it
 * for when the figure is there.
 */
final class StyleParameters implements HandlerInterceptor {

	private static final int SMALLEST = 200;

	private static final int LARGEST = 2000;

	/**
	 * What was read.
	 *
	 * @param download whether browsers are to save the answer
	 */
	record Wish(Style style, boolean download) {

		static Wish of(HttpServletRequest request) {
			return (request.getAttribute(Wish.class.getName()) instanceof Wish wish) ? wish
					: new Wish(Style.DEFAULT, false);
		}

	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.REQUEST && request.getQueryString() != null
				&& handler instanceof HandlerMethod method
				&& AnnotatedElementUtils.isAnnotated(method.getMethod(), Drawn.class)) {
			request.setAttribute(Wish.class.getName(), new Reading(request).wish());
		}
		return true;
	}

	/** Notes all faults of one query. */
	private static final class Reading {

		private final HttpServletRequest request;

		private final Faults faults = new Faults();

		Reading(HttpServletRequest request) {
			this.request = request;
		}

		Wish wish() {
			var usual = Style.DEFAULT;
			var style = new Style(constant("theme", Theme.values(), usual.theme()), pixels("width", usual.width()),
					pixels("height", usual.height()), truth("log"),
					constant("view", Style.View.values(), usual.view()));
			boolean download = truth("download");
			faults.throwIfAny();
			return new Wish(style, download);
		}

		private <E extends Enum<E>> E constant(String name, E[] constants, E usual) {
			Map<String, E> known = Arrays.stream(constants)
				.collect(Collectors.toMap((constant) -> constant.name().toLowerCase(Locale.ROOT), Function.identity()));
			String given = request.getParameter(name);
			if (given == null) {
				return usual;
			}
			var constant = known.get(given);
			if (constant == null) {
				add(name, "is not known; " + Suggestion.among(given, known.keySet()));
				return usual;
			}
			return constant;
		}

		private int pixels(String name, int usual) {
			String given = request.getParameter(name);
			Integer pixels = (given != null) ? whole(given) : Integer.valueOf(usual);
			if (pixels == null || pixels < SMALLEST || pixels > LARGEST) {
				add(name, "must be a whole number from " + SMALLEST + " to " + LARGEST);
				return usual;
			}
			return pixels;
		}

		private static @Nullable Integer whole(String text) {
			try {
				return Integer.valueOf(text);
			}
			catch (NumberFormatException ex) {
				return null;
			}
		}

		/** A name without a value is true. */
		private boolean truth(String name) {
			String given = request.getParameter(name);
			if (given != null && !List.of("", "true", "false").contains(given)) {
				add(name, "must be true or false");
			}
			return given != null && !given.equals("false");
		}

		private void add(String name, String detail) {
			faults.add(Fault.ofParameter(name, detail));
		}

	}

}
