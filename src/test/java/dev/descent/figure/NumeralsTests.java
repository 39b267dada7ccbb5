package dev.descent.figure;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and names for readers. */
class NumeralsTests {

	@ParameterizedTest
	@CsvSource({ "0, 0", "-0.0, 0", "-3, -3", "999999, 999999", "0.25, 0.250", "-12.345, -12.35", "1234.5, 1235",
			"1e300, 1.0e+300", "1e-9, 1.0e-09", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity" })
	void numbersHaveAFewDigits(double value, String written) {
		assertThat(Numerals.shortly(value)).isEqualTo(written);
	}

	@Test
	void numbersAreWrittenAlikeEverywhere() {
		var usual = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertThat(Numerals.shortly(0.25)).isEqualTo("0.250");
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertThat(Numerals.shortly(12.5)).isEqualTo("12.50");
		}
		finally {
			Locale.setDefault(usual);
		}
	}

	@Test
	void namesAreOnOneLineAndNotTooLong() {
		assertThat(Names.tidy("a\r\nb\u0001c\u2028d\ud800e\ufffef", 40)).isEqualTo("a b c d e f");
		assertThat(Names.tidy("x".repeat(41), 40)).isEqualTo("x".repeat(39) + "…");
		assertThat(Names.tidy("😀".repeat(40), 40)).isEqualTo("😀".repeat(40));
		assertThat(Names.tidy("😀".repeat(41), 40)).isEqualTo("😀".repeat(39) + "…");
	}

}
