package dev.descent.race.web;

import dev.descent.race.statistics.Proportion;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Proportion", description = "A share of the runs, with its 95 % interval (Wilson, 1927).")
record ProportionView(@Schema(description = "How many runs.", example = "9") int count,
		@Schema(description = "Of how many.", example = "10") int of,
		@Schema(description = "Their share; null of none.", example = "0.9") @Nullable Double share,
		@Schema(description = "The lower end of the interval.", example = "0.5958") double low,
		@Schema(description = "The upper end of the interval.", example = "0.9821") double high) {

	static ProportionView of(Proportion proportion) {
		return new ProportionView(proportion.count(), proportion.of(), proportion.share(), proportion.low(),
				proportion.high());
	}

}
