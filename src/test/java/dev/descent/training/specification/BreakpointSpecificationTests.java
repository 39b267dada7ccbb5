package dev.descent.training.specification;

import dev.descent.problem.Fault;
import dev.descent.problem.Faults;
import dev.descent.training.breakpoint.Variable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BreakpointSpecificationTests {

	@Test
	void aFaultOfTheConditionIsAFaultOfItsField() {
		var faults = new Faults();
		new BreakpointSpecification("loss <").check(faults.at("breakpoints").at(0));
		assertThat(faults.all()).containsExactly(
				new Fault("/breakpoints/0/when", "is not complete: something is missing at column 7, after '<'"));
	}

	@Test
	void aFieldThatIsRefusedAlreadyIsNotReadAgain() {
		var faults = new Faults();
		faults.at("when").add("must not be null");
		new BreakpointSpecification("loss <").check(faults);
		assertThat(faults.all()).hasSize(1);
	}

	@Test
	void givesItsCondition() {
		assertThat(new BreakpointSpecification("step > 3").condition().needs()).containsExactly(Variable.STEP);
	}

}
