package dev.descent.verification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The published numbers, as their own files list them: a case that no test compares is
 * there all the same.
 */
public enum ReferenceSuite {

	/** Whole training runs. */
	TRAINING_RUNS("PyTorch 1.13.1: torch.optim, and what that lacks written out in its tensors", Measure.OF_FIELD,
			1e-9) {

		@Override
		public List<ReferenceCase> cases() {
			return read("index.json").get("cases").valueStream().map((entry) -> {
				var json = read(entry.get("file").asString());
				return new ReferenceCase(this, json.get("name").asString(), entry.get("covers").asString(), json,
						fields(json.get("expected")));
			}).toList();
		}

	},

	/** Activations and their derivatives. */
	ACTIVATIONS("PyTorch 1.13.1, NumPy 1.24.2 and SciPy 1.10.1", Measure.OF_NUMBER, 1e-14) {

		@Override
		public List<ReferenceCase> cases() {
			var tables = read("functions.json");
			var elementwise = tables.get("activations")
				.propertyStream()
				.map((entry) -> new ReferenceCase(this, entry.getKey(), "values and derivatives, also far from 0",
						entry.getValue(), functionAndExtremes(entry.getValue())));
			var softmax = tables.get("softmax");
			return Stream.concat(elementwise, Stream.of(new ReferenceCase(this, "softmax", "values and Jacobian",
					softmax, fields(softmax, "softmax", "logSumExp", "jacobian"))))
				.toList();
		}

		private static Map<String, double[]> functionAndExtremes(JsonNode table) {
			var fields = fields(table, "f", "df");
			fields(table.get("extremes"), "f", "df")
				.forEach((name, numbers) -> fields.put("extremes." + name, numbers));
			return fields;
		}

	},

	/** Losses of one sample and their derivatives. */
	LOSSES("PyTorch 1.13.1, NumPy 1.24.2 and SciPy 1.10.1", Measure.OF_NUMBER, 1e-13) {

		@Override
		public List<ReferenceCase> cases() {
			return read("functions.json").get("losses")
				.propertyStream()
				.map((entry) -> new ReferenceCase(this, entry.getKey(),
						"values and derivatives with respect to " + entry.getValue().get("on").asString(),
						entry.getValue(), columns(entry.getValue().get("rows"))))
				.toList();
		}

		private static Map<String, double[]> columns(JsonNode rows) {
			var columns = new LinkedHashMap<String, double[]>();
			for (String field : List.of("loss", "dloss_dz")) {
				var column = JsonNodeFactory.instance.arrayNode();
				rows.forEach((row) -> column.add(row.get(field)));
				columns.put(field, ReferenceCase.flat(column));
			}
			return columns;
		}

	},

	/** Second derivatives of the objective. */
	CURVATURE("PyTorch 1.13.1, NumPy 1.24.2 and SciPy 1.10.1", Measure.OF_FIELD, 1e-9) {

		@Override
		public List<ReferenceCase> cases() {
			return read("hessian.json").get("cases").valueStream().map((json) -> {
				var fields = fields(json.get("expected"));
				fields.remove("vector"); // what the Hessian is multiplied by
				return new ReferenceCase(this, json.get("name").asString(),
						"gradient and Hessian of " + json.get("loss").asString(), json, fields);
			}).toList();
		}

	},

	/** Losses over planes through the space of the parameters. */
	LOSS_SURFACES("PyTorch 1.13.1", Measure.OF_FIELD, 1e-9) {

		@Override
		public List<ReferenceCase> cases() {
			return read("loss_surface.json").get("cases")
				.valueStream()
				.map((json) -> new ReferenceCase(this, json.get("name").asString(),
						"loss over a plane: " + json.get("loss").asString(), json, fields(json.get("expected"))))
				.toList();
		}

	};

	private static final Path FOLDER = Path.of("src/test/resources/golden");

	private final String reference;

	private final Measure measure;

	private final double limit;

	ReferenceSuite(String reference, Measure measure, double limit) {
		this.reference = reference;
		this.measure = measure;
		this.limit = limit;
	}

	/** All cases, in the order of the reference. */
	public abstract List<ReferenceCase> cases();

	Measure measure() {
		return measure;
	}

	double limit() {
		return limit;
	}

	/** The suite with what became of its cases. */
	VerificationSuite report(List<VerificationCase> outcomes) {
		return new VerificationSuite(toString(), reference, measure.toString(), limit, outcomes);
	}

	private static JsonNode read(String file) {
		return JsonMapper.shared().readTree(FOLDER.resolve(file).toFile());
	}

	private static Map<String, double[]> fields(JsonNode json) {
		return fields(json, json.propertyNames().toArray(String[]::new));
	}

	private static Map<String, double[]> fields(JsonNode json, String... names) {
		var fields = new LinkedHashMap<String, double[]>();
		for (String name : names) {
			fields.put(name, ReferenceCase.flat(json.get(name)));
		}
		return fields;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
