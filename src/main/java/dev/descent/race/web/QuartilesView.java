package dev.descent.race.web;

import dev.descent.race.statistics.Quartiles;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Quartiles",
		description = "The middle of some numbers, one a run (Hyndman and Fan, 1996, type 7); null where it is infinite, or where there are none.")
record QuartilesView(@Schema(description = "A quarter of them is lower.", example = "0.21") @Nullable Double lower,
		@Schema(description = "Half of them are lower.", example = "0.23") @Nullable Double median,
		@Schema(description = "Three quarters of them are lower.", example = "0.26") @Nullable Double upper) {

	static QuartilesView of(Quartiles quartiles) {
		return new QuartilesView(quartiles.lower(), quartiles.median(), quartiles.upper());
	}

}
