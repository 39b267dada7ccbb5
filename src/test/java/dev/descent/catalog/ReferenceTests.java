package dev.descent.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.descent.path.specification.SurfaceSpecification;
import dev.descent.reference.Family;
import dev.descent.reference.Reference;
import dev.descent.reference.Variant;
import dev.descent.support.SpecificationFields;
import dev.descent.training.specification.TrainingJobSpecification;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that can be chosen says its formula and where it comes from. */
class ReferenceTests {

	@Test
	void everyVariantOfEveryFamilyHasItsReferenceButData() {
		assertThat(withoutReference()).containsExactly("dataset/inline", "dataset/stored");
	}

	@Test
	void everyReferenceSaysWhoAndWhenAndItsFormulasAreBalanced() {
		variants().map(Variant::reference).filter(Objects::nonNull).forEach((reference) -> {
			assertThat(reference.source()).as(reference.source())
				.matches("(?s).*\\p{Lu}.*\\d{4}.*|(scikit-learn|Keras), \\w+.*");
			assertThat(reference.formula()).isNotBlank();
			assertBalanced(reference);
		});
	}

	private static void assertBalanced(Reference reference) {
		String latex = reference.latex();
		assertThat(count(latex, '{')).as(latex).isEqualTo(count(latex, '}'));
		assertThat(latex.split("\\\\left\\b", -1)).as(latex).hasSameSizeAs(latex.split("\\\\right\\b", -1));
		assertThat(latex).doesNotContain("$");
		assertThat(count(reference.formula(), '(')).as(reference.formula()).isEqualTo(count(reference.formula(), ')'));
	}

	private static long count(String text, char symbol) {
		return text.chars().filter((character) -> character == symbol).count();
	}

	private static List<String> withoutReference() {
		return variants().filter((variant) -> variant.reference() == null)
			.map((variant) -> Family.of(variant.type()).name() + "/" + variant.name())
			.sorted()
			.toList();
	}

	private static Stream<Variant> variants() {
		return Stream.concat(
				SpecificationFields.of(TrainingJobSpecification.class).stream().map(SpecificationFields.Place::rawType),
				Stream.of(SurfaceSpecification.class))
			.filter(Class::isSealed)
			.flatMap((family) -> Variant.of(family).stream())
			.distinct();
	}

}
