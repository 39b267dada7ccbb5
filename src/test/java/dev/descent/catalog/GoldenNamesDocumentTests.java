package dev.descent.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.descent.engine.GoldenNames;
import dev.descent.support.Variants;
import dev.descent.training.specification.TrainingJobSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that tells our names from those of others names nothing that does not exist,
 * leaves no field of a type out, and no type that the reference knows.
 */
class GoldenNamesDocumentTests {

	private static final Pattern NAME = Pattern.compile("`([^`]+)`");

	/** Tables under each heading: first the types, then the fields. */
	private static final Map<String, List<List<List<String>>>> TABLES = tables();

	static Stream<CatalogFamily> families() {
		return new Cataloguing(Variants.MAPPER).families(TrainingJobSpecification.class)
			.stream()
			.filter((family) -> family.entries().getFirst().type() != null && !family.name().equals("dataset"));
	}

	@ParameterizedTest
	@MethodSource("families")
	void everyRowIsOfATypeThatExists(CatalogFamily family) {
		assertThat(told(family)).doesNotHaveDuplicates()
			.isSubsetOf(family.entries().stream().map(CatalogEntry::type).toList());
	}

	/** The types that have a row. */
	private static List<String> told(CatalogFamily family) {
		return types(family.name()).map((row) -> names(row.getFirst()).getFirst()).toList();
	}

	@ParameterizedTest
	@MethodSource("families")
	void everyFieldOfThemHasARow(CatalogFamily family) {
		var types = told(family);
		var accepted = family.entries()
			.stream()
			.filter((entry) -> types.contains(entry.type()))
			.flatMap((entry) -> fields(entry).map((field) -> entry.type() + "." + field))
			.toList();
		var told = tables(family.name()).getLast()
			.stream()
			.flatMap((row) -> names(row.getFirst()).stream().flatMap((field) -> owners(family, row.get(1), field)))
			.filter((field) -> types.contains(field.substring(0, field.indexOf('.'))));
		assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(accepted);
	}

	private static Stream<String> owners(CatalogFamily family, String cell, String field) {
		var owners = cell.equals("every") ? family.entries()
			.stream()
			.filter((entry) -> fields(entry).anyMatch(field::equals))
			.map(CatalogEntry::type)
			.toList() : names(cell);
		assertThat(owners).as("owners of %s", field).isNotEmpty();
		return owners.stream().map((owner) -> owner + "." + field);
	}

	private static Stream<String> fields(CatalogEntry entry) {
		return entry.parameters().stream().map(CatalogParameter::name);
	}

	@Test
	void theNamesOfTheReferenceAreThoseByWhichItsCasesAreRead() {
		assertThat(referenceNames("optimizer")).isEqualTo(types(GoldenNames.OPTIMIZERS));
		assertThat(referenceNames("schedule")).isEqualTo(types(GoldenNames.SCHEDULES));
		referenceNames("loss")
			.forEach((theirs, ours) -> assertThat(GoldenNames.LOSSES.getOrDefault(theirs, theirs)).isEqualTo(ours));
		referenceNames("activation").forEach((theirs, ours) -> assertThat(theirs).isEqualTo(ours));
		assertThat(GoldenNames.FIELDS).as("fields that are spelt differently").isEmpty();
	}

	@Test
	void everyRowSaysSomethingInEveryColumnButTheLast() {
		TABLES.values().stream().flatMap(List::stream).flatMap(List::stream).forEach((row) -> {
			assertThat(row).as(row.toString()).hasSize(5);
			assertThat(row.subList(0, 4)).as(row.toString()).doesNotContain("");
		});
	}

	/** Our types by the names of the reference. */
	private static Map<String, String> referenceNames(String family) {
		var ours = new HashMap<String, String>();
		types(family)
			.forEach((row) -> names(row.get(3)).forEach((name) -> ours.put(name, names(row.getFirst()).getFirst())));
		return ours;
	}

	private static Map<String, String> types(Map<String, String> golden) {
		return golden.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> Variants.MAPPER.readTree(entry.getValue().replace('\'', '"')).get("type").asString()));
	}

	private static Stream<List<String>> types(String family) {
		return tables(family).getFirst().stream();
	}

	private static List<List<List<String>>> tables(String family) {
		return Objects.requireNonNull(TABLES.get(family), family + " has no section");
	}

	private static List<String> names(String cell) {
		return NAME.matcher(cell).results().map((result) -> result.group(1)).toList();
	}

	private static Map<String, List<List<List<String>>>> tables() {
		try {
			return Arrays.stream(Files.readString(Path.of("docs/golden-names.md")).split("(?m)^## "))
				.skip(1)
				.collect(Collectors.toMap((section) -> section.lines().findFirst().orElseThrow(),
						GoldenNamesDocumentTests::tablesOf));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<List<List<String>>> tablesOf(String section) {
		return Arrays.stream(section.split("\n\n"))
			.filter((block) -> block.startsWith("| "))
			.map((block) -> block.lines().skip(2).map(GoldenNamesDocumentTests::cells).toList())
			.toList();
	}

	private static List<String> cells(String row) {
		return Arrays.stream(row.replaceFirst("^\\| ", "").replaceFirst(" ?\\|$", "").split(" \\| ?", -1))
			.map(String::strip)
			.toList();
	}

}
