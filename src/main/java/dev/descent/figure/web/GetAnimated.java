package dev.descent.figure.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.descent.figure.CsvTable;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Gets a result that is a table and a figure, and can be one that moves. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Drawn
@RequestMapping(method = RequestMethod.GET,
		produces = { MediaType.APPLICATION_JSON_VALUE, CsvTable.MEDIA_TYPE, FigureTypes.PLOTLY,
				MediaType.IMAGE_PNG_VALUE, FigureTypes.SVG, MediaType.TEXT_PLAIN_VALUE, MediaType.IMAGE_GIF_VALUE })
public @interface GetAnimated {

	@AliasFor(annotation = RequestMapping.class, attribute = "path")
	String[] value() default {};

}
