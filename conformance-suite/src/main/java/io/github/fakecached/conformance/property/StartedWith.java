package io.github.fakecached.conformance.property;

import io.github.fakecached.conformance.target.Startup;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Properties of this class are about a server that was started in this way; one is started when the first of them is run. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface StartedWith {

    /** How. */
    Startup value();
}
