package dev.descent.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A family whose members may be asked for by name alone, such as {@code "leaky_relu"} for
 * {@code {"type": "leaky_relu"}}. Members without parameters are always written so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Abbreviable {

}
