package dev.descent.engine.kernel;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Kernels that take as long as the test says, by a clock that only they move on. */
class WarmUpTests {

	private static final long FIRST = 10;

	private static final long AHEAD = 9;

	private static final long BEHIND = 11;

	private final Set<String> calledOfFirst = new TreeSet<>();

	private final Set<String> calledOfFaster = new TreeSet<>();

	private long now;

	private long fasterNanos = AHEAD;

	private final WarmingKernels kernels = new WarmingKernels(kernels("first", () -> FIRST, calledOfFirst),
			kernels("faster", () -> fasterNanos, calledOfFaster));

	private final WarmUp warmUp = kernels.warmUp();

	@Test
	void theFasterKernelsTakeOverAtTheEnd() {
		assertThat(kernels.name()).isEqualTo("first");
		while (!advance()) {
			assertThat(kernels.name()).isEqualTo("first");
		}
		assertThat(kernels.name()).isEqualTo("faster");
		assertThat(advance()).isTrue();
	}

	@Test
	void everyKernelIsWarmedUp() {
		var all = Stream.of(Kernels.class.getMethods())
			.map(Method::getName)
			.filter((name) -> !name.equals("name"))
			.collect(Collectors.toSet());
		roundsToTheEnd();
		assertThat(calledOfFirst).containsExactlyInAnyOrderElementsOf(all);
		assertThat(calledOfFaster).containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void kernelsThatAreNotAheadDoNotTakeOver() {
		fasterNanos = FIRST;
		for (int round = 0; round < 1000; round++) {
			assertThat(advance()).isFalse();
		}
		assertThat(kernels.name()).isEqualTo("first");
	}

	@Test
	void toBeAheadTwiceDoesNotCount() {
		int rounds = new WarmUpTests().roundsToTheEnd();
		advance();
		advance();
		fasterNanos = BEHIND;
		advance();
		fasterNanos = AHEAD;
		assertThat(roundsToTheEnd()).isEqualTo(rounds);
	}

	private boolean advance() {
		return warmUp.advance(() -> now);
	}

	private int roundsToTheEnd() {
		int rounds = 1;
		while (!advance()) {
			rounds++;
		}
		return rounds;
	}

	private Kernels kernels(String name, LongSupplier nanos, Set<String> called) {
		return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] { Kernels.class },
				(_, method, _) -> {
					if (method.getName().equals("name")) {
						return name;
					}
					called.add(method.getName());
					now += nanos.getAsLong();
					return null;
				});
	}

}
