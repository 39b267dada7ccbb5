package dev.descent.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mathematics of something that a specification can ask for; stands at the record
 * that parses the request, so that the catalogue cannot differ from what is accepted.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reference {

	Level level() default Level.BASIC;

	/** The formula in plain text. */
	String formula();

	/** The formula in LaTeX, without delimiters. */
	String latex();

	/**
	 * Author, year and title, such as "Kingma and Ba, 2015, Adam"; or the library that
	 * documents it, such as "scikit-learn, make_moons".
	 */
	String source();

}
