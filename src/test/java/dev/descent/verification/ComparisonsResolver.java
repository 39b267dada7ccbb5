package dev.descent.verification;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests of a run the same comparisons, which JUnit closes at its end. */
final class ComparisonsResolver implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Comparisons.class;
	}

	@Override
	public Comparisons resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(Comparisons.class))
			.computeIfAbsent(Comparisons.class, (_) -> new Comparisons(), Comparisons.class);
	}

}
