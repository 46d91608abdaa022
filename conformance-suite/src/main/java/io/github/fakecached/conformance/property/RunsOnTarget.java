package io.github.fakecached.conformance.property;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/** Properties of this class are given the {@link TextClient} and the {@link BinaryClient} of the run, and their results go to the run. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@AddLifecycleHook(value = ClientForEachTry.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@AddLifecycleHook(value = ResultForEachProperty.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@interface RunsOnTarget {}
