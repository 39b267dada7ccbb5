package dev.descent.figure;

import java.util.List;

import dev.descent.support.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures for Plotly as the service writes them. */
@HttpTest
class PlotlyJsonTests {

	@Autowired
	private JsonMapper mapper;

	@Test
	void whatIsNotANumberIsMissing() {
		var space = new Style(Theme.LIGHT, 400, 300, false, Style.View.SURFACE);
		for (var figure : Samples.all()) {
			for (var style : List.of(Style.DEFAULT, space)) {
				assertThat(mapper.writeValueAsString(Plotly.of(figure, style))).doesNotContain("NaN", "Infinity");
			}
		}
	}

}
