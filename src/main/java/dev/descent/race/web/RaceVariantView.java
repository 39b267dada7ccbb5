package dev.descent.race.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.descent.race.RacePlan;
import dev.descent.race.Variant;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RaceVariant", description = "One of those that are compared.")
record RaceVariantView(@Schema(description = "What it is called.", example = "adam learningRate=0.1") String name,
		@Schema(description = "The merge patch that it was given.",
				example = "{\"optimizer\": {\"type\": \"adam\"}}") Map<String, @Nullable Object> patch,
		@Schema(description = "Its value on each axis.",
				example = "{\"optimizer.learningRate\": 0.1}") Map<String, @Nullable Object> point,
		@Schema(description = "The learning rate of its runs, found by tuning if there was any; null if the method has none.",
				example = "0.1") @Nullable Double learningRate) {

	static RaceVariantView of(RacePlan plan, Variant variant) {
		var point = new LinkedHashMap<String, @Nullable Object>();
		var axes = plan.specification().axes();
		for (int a = 0; a < axes.size(); a++) {
			point.put(axes.get(a).field(), variant.point().get(a));
		}
		return new RaceVariantView(variant.name(), variant.patch(), point,
				variant.specification().optimizer().learningRate());
	}

}
