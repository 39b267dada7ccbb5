package dev.descent.training.specification.optimizer;

import io.swagger.v3.oas.annotations.media.Schema;

/** A method that needs nothing but the gradient, which others may wrap. */
@Schema(description = "A method that needs nothing but the gradient.")
public sealed interface PlainSpecification extends OptimizerSpecification
		permits DescentSpecification, SignSpecification, AdaptiveSpecification, AdamFamilySpecification {

}
