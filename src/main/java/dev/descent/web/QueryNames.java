package dev.descent.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameters of the query that an argument of a controller is made of, or that are
 * read for an operation by somebody else.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryNames {

	/** Names; one that ends with a dot stands for all that begin so. */
	String[] value();

}
