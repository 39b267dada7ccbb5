package dev.descent.training.breakpoint;

import java.util.EnumSet;
import java.util.Objects;

import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionTests {

	private static final Values RUN = (variable) -> switch (variable) {
		case EPOCH -> 20;
		case STEP -> 137;
		case LOSS -> 0.4;
		case MIN_LOSS -> 0.1;
		case METRIC -> 0.75;
		case LEARNING_RATE -> 0.05;
		case DEAD_UNITS -> 2;
		case VALIDATION_LOSS, MIN_VALIDATION_LOSS, VALIDATION_METRIC -> Double.NaN;
	};

	@ParameterizedTest
	@ValueSource(strings = { "epoch == 20", "epoch == 20.0", "20 == epoch", "epoch != 21", "epoch >= 10", "epoch>=10",
			"epoch % 10 == 0", "step % 10 != 0", "step == 137u", "step > 0x10", "loss > 3 * min_loss",
			"loss > 3.5 * min_loss", "loss < 1", "loss < 5e-1", "loss < .5", "loss - min_loss > 0", "loss > -1",
			"-loss < 0", "loss / min_loss == 4", "epoch / 8 == 2.5", "1 + 2 * 3 == 7", "(1 + 2) * 3 == 9",
			"10 - 4 - 3 == 3", "loss < 1 && epoch >= 10", "loss < 0 || epoch >= 10", "!(loss < 0)", "!!true",
			"loss < 1 ? epoch == 20 : false", "(epoch > 5 ? 1 : 2) == 1", "true || false", "false || true && true",
			"abs(min_loss - loss) > 0.2", "max(loss, min_loss) == loss", "min(loss, 1) == loss", "metric == 0.75",
			"learning_rate <= 0.05", "dead_units >= 2", "dead_units > 1.5", "epoch > 1 // a remark", "epoch\n>\n1",
			"true", "1 / 0 > 1e300" })
	void holds(String when) {
		assertThat(condition(when).holds(RUN)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "epoch == 21", "loss > 4.5 * min_loss", "epoch % 3 == 0", "false", "0 / 0 == 0",
			"epoch % 0 == 0", "validation_loss < 1", "validation_loss >= 1", "validation_loss == validation_loss",
			"validation_loss != 1", "validation_loss > 1.1 * min_validation_loss", "min(loss, validation_loss) < 1" })
	void doesNotHold(String when) {
		assertThat(condition(when).holds(RUN)).isFalse();
	}

	@Test
	void aNumberThatThereIsNotLeavesTheRestAlone() {
		assertThat(condition("validation_loss < 1 || loss < 1").holds(RUN)).isTrue();
		assertThat(condition("!(validation_loss < 1)").holds(RUN)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					loss <                  | is not complete: something is missing at column 7, after '<'
					loss > 1 ? true         | is not complete: something is missing at column 16, after 'true'
					loss                    | is a number, not a condition; compare it with another, as in 'loss < 0.1'
					loss = 1                | cannot be read at column 6, '='; for '=' write ==
					loss < 1 and epoch > 3  | cannot be read at column 10, 'and'; for 'and' write &&
					not loss < 1            | cannot be read at column 5, 'loss'; for 'not' write !
					loss < 1 & epoch > 3    | cannot be read at column 10, '&'; for '&' write &&
					loss ≤ 1                | cannot be read at column 6, '≤'; for '≤' write <=
					loss < 1 )              | cannot be read at column 10, ')'
					loss < 1;               | cannot be read at column 9, ';'
					loss < 1_000            | cannot be read at column 9, '_000'
					loss << 1               | cannot be read at column 7, '<'
					loss < 99999999999999999999 | cannot be read at column 8, '99999999999999999999'
					loss < 1e999            | has a number that is too large at column 8
					1 < 2 < 3               | has true or false at column 3 where '<' at column 7 needs a number
					loss + true > 1         | has true or false at column 8 where '+' at column 6 needs a number
					loss && epoch > 1       | has a number at column 1 where '&&' at column 6 needs true or false
					!loss                   | has a number at column 2 where '!' at column 1 needs true or false
					loss ? true : false     | has a number at column 1 where '?' at column 6 needs true or false
					true ? 1 : true         | has two different kinds of value after the '?' at column 6
					abs(true) > 1           | has true or false at column 5 where 'abs' at column 1 needs a number
					abs(1, 2) > 1           | gives 'abs' at column 1 2 numbers; it takes 1
					min() > 1               | gives 'min' at column 1 0 numbers; it takes 2
					mix(1, 2) > 1           | calls an unknown function at column 1, 'mix'; did you mean 'max'? (known are abs, max, min)
					"a" < loss              | has something at column 1 that is neither a number nor true or false
					loss == null            | has something at column 9 that is neither a number nor true or false
					loss in [1]             | has something at column 6 that is neither a number nor true or false
					loss.x > 1              | has something at column 5 that is neither a number nor true or false
					loss.abs() > 1          | has something at column 6 that is neither a number nor true or false
					[1].all(x, x > 0)       | has something at column 5 that is neither a number nor true or false
					""")
	void saysWhatIsWrongAndWhere(String when, String detail) {
		var faults = new Faults();
		assertThat(Condition.compile(when, faults.at("when"))).isNull();
		assertThat(faults.all()).containsExactly(new Fault("/when", detail));
	}

	@Test
	void misspeltNamesGetASuggestionAndAllAreReported() {
		var faults = new Faults();
		assertThat(Condition.compile("los > 1 &&\nvalidation_los > seconds", faults)).isNull();
		assertThat(faults.all()).extracting(Fault::detail)
			.satisfiesExactly((first) -> assertThat(first).startsWith(
					"names an unknown variable at line 1, column 1, 'los'; did you mean 'loss'? (known are dead_units, epoch,"),
					(second) -> assertThat(second).startsWith(
							"names an unknown variable at line 2, column 1, 'validation_los'; did you mean 'validation_loss'?"),
					(third) -> assertThat(third).contains("line 2, column 18, 'seconds'; known are"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n" })
	void nothingIsNoCondition(String when) {
		var faults = new Faults();
		assertThat(Condition.compile(when, faults)).isNull();
		assertThat(faults.all()).extracting(Fault::detail)
			.containsExactly("is empty; write a condition such as 'loss < 0.1'");
	}

	@Test
	void knowsWhatItNeedsAndWhenToLook() {
		assertThat(condition("loss > 3 * min_loss").needs()).containsExactlyInAnyOrder(Variable.LOSS,
				Variable.MIN_LOSS);
		assertThat(condition("loss > 3 * min_loss").moment()).isEqualTo(Moment.EVALUATION);
		assertThat(condition("loss > 3 && epoch > 2").moment()).isEqualTo(Moment.EPOCH);
		assertThat(condition("epoch > 2 && step % 2 == 0").moment()).isEqualTo(Moment.UPDATE);
		assertThat(condition("true").needs()).isEmpty();
		assertThat(condition("true").moment()).isEqualTo(Moment.EVALUATION);
	}

	@Test
	void asksOnlyForWhatDecides() {
		var asked = EnumSet.noneOf(Variable.class);
		assertThat(condition("loss < 0 && dead_units > 0").holds((variable) -> {
			asked.add(variable);
			return 1;
		})).isFalse();
		assertThat(asked).containsExactly(Variable.LOSS);
	}

	/** As large as a condition may be, and nothing of it is too deep for a stack. */
	@ParameterizedTest
	@ValueSource(strings = { "(", "!(", "-(", "[", "f(", "a.", "1+", "true?", "1<", "true&&", "true||!", "{1:", "a[",
			"-", "!", "x{y:", "\"", "b\"", "'''", "1-", "has(", "?", "😀", "\\", "\u0000", "`" })
	void readsOrRefusesWhateverIsRepeated(String piece) {
		String tail = "1 < 2";
		for (String close : new String[] { "", ")", "]", "}", ":1" }) {
			int count = (500 - tail.length()) / (piece + close).codePointCount(0, (piece + close).length());
			var faults = new Faults();
			var condition = Condition.compile(piece.repeat(count) + tail + close.repeat(count), faults);
			assertThat(condition == null).isEqualTo(!faults.all().isEmpty());
			assertThat(faults.all().toString()).doesNotContain("dev.cel", "java", "google", "EOF", "IDENT");
		}
	}

	@Test
	void manyPartsAreFineAndTooManyAreRefused() {
		assertThat(condition("loss < 1" + " && loss < 1".repeat(40)).holds(RUN)).isTrue();
		assertThat(condition("loss < 1" + " + 1".repeat(40)).holds(RUN)).isTrue();
		var faults = new Faults();
		assertThat(Condition.compile("1 > 1" + "+1".repeat(200), faults)).isNull();
		assertThat(Condition.compile("1 > 0" + "+1".repeat(300), faults)).isNull();
		assertThat(faults.all()).extracting(Fault::detail)
			.containsExactly("is nested too deeply or has too many parts", "must have at most 500 characters");
	}

	private static Condition condition(String when) {
		var faults = new Faults();
		var condition = Condition.compile(when, faults);
		assertThat(faults.all()).isEmpty();
		return Objects.requireNonNull(condition);
	}

}
