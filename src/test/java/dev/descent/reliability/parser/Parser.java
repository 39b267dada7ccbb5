package dev.descent.reliability.parser;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import dev.descent.dataset.CsvDatasetReader;
import dev.descent.dataset.TargetKind;
import dev.descent.dataset.preparation.FeatureMap;
import dev.descent.engine.formula.Expression;
import dev.descent.insight.PlaneReading;
import dev.descent.insight.surface.ParameterReading;
import dev.descent.json.MergePatch;
import dev.descent.outbound.Destinations;
import dev.descent.problem.Faults;
import dev.descent.problem.NotFoundException;
import dev.descent.problem.RefusedException;
import dev.descent.training.PatchReading;
import dev.descent.training.breakpoint.Condition;
import dev.descent.training.specification.WebhookSpecification;
import dev.descent.training.web.QueryReading;
import dev.descent.web.ServiceJson;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever reads a text that a client has written. */
enum Parser {

	/** Conditions of breakpoints, in the Common Expression Language. */
	CONDITION(() -> (text) -> {
		var condition = Condition.compile(text, new Faults());
		if (condition != null) {
			condition.holds((variable) -> variable.name().length() - 6.5);
			condition.moment();
		}
	}),

	/** Inputs of a network as terms over columns, one in a line. */
	FEATURES(() -> (text) -> {
		var faults = new Faults();
		var map = FeatureMap.parse(text.lines().toList(), List.of("x1", "x2", "a*b", "sin(x1)", "x^2"), faults);
		if (faults.none()) {
			map.apply(new double[] { 1, -2, 0.5, 0, 3 }, 0, new double[map.size()], 0);
		}
	}),

	/** Data as comma-separated values. */
	CSV(() -> (text) -> {
		for (var kind : new TargetKind[] { null, TargetKind.CLASSIFICATION, TargetKind.REGRESSION }) {
			refusable((csv) -> new CsvDatasetReader(null, kind).read(new StringReader(csv)), text);
		}
		refusable((csv) -> new CsvDatasetReader("x", null).read(new StringReader(csv)), text);
	}),

	/** The notation of formulas. */
	FORMULA(() -> (text) -> {
		try {
			var _ = Expression.of(text).with(Map.of("x", 2.0)).toString();
		}
		catch (IllegalArgumentException _) {
			// Formulas are ours; this is how a mistake in one is told.
		}
	}),

	/** Bodies: the operation in the first line, then JSON. */
	BODY(() -> {
		var json = new ServiceJson();
		var types = Bodies.byOperation();
		return (text) -> {
			int end = Math.max(0, text.indexOf('\n'));
			var type = types.get(text.substring(0, end).strip());
			if (type != null) {
				json.read(text.substring(end), type);
			}
		};
	}),

	/** Changes of a job. */
	PATCH(() -> new PatchReading(new ServiceJson())::read),

	/** Changes of anything: two values, each in a line. */
	MERGE_PATCH(() -> {
		var mapper = new ServiceJson().mapper();
		return (text) -> {
			int end = Math.max(0, text.indexOf('\n'));
			var from = mapper.readTree(text.substring(0, end));
			var to = mapper.readTree(text.substring(end));
			MergePatch.apply(from, to);
			MergePatch.apply(from, MergePatch.between(from, to));
		};
	}),

	/** Preferences, filters, orders, planes and parameters, as queries name them. */
	QUERY(() -> {
		var plane = new PlaneReading();
		var parameter = new ParameterReading();
		return (text) -> {
			QueryReading.prefer(text);
			refusable(QueryReading::selection, text);
			refusable(QueryReading::order, text);
			refusable(plane::read, text);
			refusable(parameter::read, text);
		};
	}),

	/** Addresses of webhooks. */
	WEBHOOK(() -> {
		var destinations = new Destinations(false, InetAddress::getAllByName);
		return (text) -> {
			var faults = new Faults();
			var webhook = new WebhookSpecification(text, List.of(), null);
			webhook.check(faults);
			if (faults.none()) {
				destinations.forbids(webhook.uri());
			}
		};
	});

	@SuppressWarnings("ImmutableEnumChecker") // makes a new one each time
	private final Supplier<Reading> made;

	Parser(Supplier<Reading> made) {
		this.made = made;
	}

	/** What reads; made anew, for some of it takes a while to make. */
	Reading reading() {
		var reading = made.get();
		return (text) -> refusable(reading, text);
	}

	/** Examples of what it reads, and what it once stumbled over. */
	List<String> seeds() {
		var file = new ClassPathResource("fuzz/" + name().toLowerCase(Locale.ROOT) + ".json");
		try (var stream = file.getInputStream()) {
			var seeds = new ArrayList<>(List.of(JsonMapper.shared().readValue(stream, String[].class)));
			if (this == BODY) {
				seeds.addAll(Bodies.examples());
			}
			return seeds;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void refusable(Reading reading, String text) throws IOException {
		try {
			reading.read(text);
		}
		catch (RefusedException | NotFoundException | JacksonException _) {
			// It was said what is wrong with it.
		}
	}

}
