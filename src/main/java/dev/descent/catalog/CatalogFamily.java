package dev.descent.catalog;

import java.util.List;

import dev.descent.problem.NotFoundException;
import dev.descent.problem.Suggestion;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The entries among which the same fields of a training job choose. */
@Schema(description = "The entries among which the same fields of a training job choose.")
public record CatalogFamily(@Schema(description = "Its name.", example = "optimizer") String name,
		@Schema(description = "What it is.",
				example = "The method by which the gradient moves the parameters.") String description,
		@Schema(description = "The fields of a training job where an entry may stand; none for the job itself, and for surfaces, which optimizer paths are on.",
				example = "[\"optimizer\"]") List<String> fields,
		@Schema(description = "Whether an entry may be asked for by the name of its type alone.",
				example = "false") boolean abbreviable,
		@Schema(description = "The entries: one for each `type`, or a single one where there is no choice.") List<CatalogEntry> entries) {

	/** The entry of a type. */
	public CatalogEntry entry(String type) {
		return entries.stream()
			.filter((entry) -> type.equals(entry.type()))
			.findFirst()
			.orElseThrow(() -> new NotFoundException(noSuchType(type)));
	}

	private String noSuchType(String type) {
		List<@Nullable String> known = entries.stream().<@Nullable String>map(CatalogEntry::type).toList();
		if (known.contains(null)) {
			return "The family " + name + " has no types to choose from: its only entry stands in the family itself.";
		}
		return "There is no such type in the family " + name + "; "
				+ Suggestion.among(type, entries.stream().map((entry) -> String.valueOf(entry.type())).toList());
	}

}
