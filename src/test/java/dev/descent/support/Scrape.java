package dev.descent.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code /actuator/prometheus} answers, read as strictly as the text format says
 * (Prometheus documentation, exposition formats, version 0.0.4): HELP and TYPE once,
 * before the samples of a family, all of which stand together; no sample twice.
 */
public final class Scrape {

	private static final String LABEL = "[a-zA-Z_]\\w*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";

	private static final Pattern SAMPLE = Pattern
		.compile("([a-zA-Z_:][\\w:]*)(?:\\{(" + LABEL + "(?:," + LABEL + ")*)})? (\\S+)");

	private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][\\w:]*) (.+)");

	private static final Set<String> TYPES = Set.of("counter", "gauge", "summary", "histogram", "untyped");

	private final Map<String, String> help = new LinkedHashMap<>();

	private final Map<String, String> types = new LinkedHashMap<>();

	private final Map<String, Double> samples = new LinkedHashMap<>();

	private final Map<String, Set<String>> labels = new LinkedHashMap<>();

	private Scrape() {
	}

	/** Reads an answer, or fails where it is not as it must be. */
	public static Scrape of(Api api) {
		var answer = api.get("/actuator/prometheus");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
		assertThat(answer.body()).endsWith("\n");
		var scrape = new Scrape();
		answer.body().lines().forEach(scrape::read);
		return scrape;
	}

	private void read(String line) {
		var comment = COMMENT.matcher(line);
		if (comment.matches()) {
			var into = comment.group(1).equals("HELP") ? help : types;
			assertThat(into.put(comment.group(2), comment.group(3))).as(line).isNull();
			return;
		}
		var sample = SAMPLE.matcher(line);
		assertThat(sample.matches()).as(line).isTrue();
		String family = family(sample.group(1));
		assertThat(family).as("the family of %s stands last", line).isEqualTo(lastFamily());
		assertThat(TYPES).contains(types.get(family));
		String value = sample.group(3).replace("+Inf", "Infinity");
		assertThat(samples.put(line.substring(0, sample.end(3) - sample.group(3).length() - 1), Double.valueOf(value)))
			.as(line)
			.isNull();
		var names = labels.computeIfAbsent(sample.group(1), (_) -> new TreeSet<>());
		if (sample.group(2) != null) {
			Pattern.compile("(\\w+)=\"").matcher(sample.group(2)).results().forEach((name) -> names.add(name.group(1)));
		}
	}

	private String family(String name) {
		return types.containsKey(name) ? name : name.replaceFirst("_(bucket|sum|count)$", "");
	}

	private String lastFamily() {
		return types.keySet().stream().reduce((_, last) -> last).orElse("none");
	}

	/** Every family's name with what is said of it. */
	public Map<String, String> help() {
		return help;
	}

	/** What kind of number a family is. */
	public String type(String family) {
		return types.getOrDefault(family, "none");
	}

	/** The names of all series, without labels. */
	public Set<String> names() {
		return labels.keySet();
	}

	/** The labels that series of a name have. */
	public Set<String> labels(String name) {
		return labels.getOrDefault(name, Set.of());
	}

	/**
	 * The sum of all series of a name that have some labels.
	 * @param having such as {@code state="paused"}
	 */
	public double sum(String name, String... having) {
		var found = samples.entrySet()
			.stream()
			.filter((sample) -> sample.getKey().replaceFirst("\\{.*", "").equals(name))
			.filter((sample) -> Set.of(having).stream().allMatch(sample.getKey()::contains))
			.collect(Collectors.toList());
		assertThat(found).as("%s with %s", name, Set.of(having)).isNotEmpty();
		return found.stream().mapToDouble(Map.Entry::getValue).sum();
	}

}
