package dev.descent.reliability.parser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the bodies of requests are, read off the controllers. */
final class Bodies {

	private Bodies() {
	}

	/** The type of each operation's body, where there is one. */
	static Map<String, Class<?>> byOperation() {
		var types = new TreeMap<String, Class<?>>();
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		for (var controller : scanner.findCandidateComponents("dev.descent")) {
			var type = ClassUtils.resolveClassName(String.valueOf(controller.getBeanClassName()), null);
			for (var method : type.getDeclaredMethods()) {
				var operation = method.getAnnotation(Operation.class);
				if (operation != null) {
					Arrays.stream(method.getParameters())
						.filter((parameter) -> parameter.isAnnotationPresent(RequestBody.class))
						.map((parameter) -> MethodParameter.forParameter(parameter).getParameterType())
						.filter((body) -> body.getName().startsWith("dev.descent"))
						.forEach((body) -> types.put(operation.operationId(), body));
				}
			}
		}
		return types;
	}

	/** The examples of the document: the operation in the first line, then JSON. */
	static List<String> examples() throws IOException {
		var examples = new ArrayList<String>();
		for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:openapi/examples/*/*.json")) {
			String operation = file.getURI().toString().replaceFirst(".*/examples/([^/]+)/.*", "$1");
			examples.add(operation + "\n" + file.getContentAsString(StandardCharsets.UTF_8));
		}
		return examples;
	}

}
