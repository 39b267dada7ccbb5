package dev.descent.verification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that compares the engine with published numbers, by the {@link Comparisons} that
 * its methods take; what it finds is shipped with the build.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("verification")
@ExtendWith(ComparisonsResolver.class)
public @interface VerificationTest {

}
