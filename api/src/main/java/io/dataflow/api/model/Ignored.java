package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Keys that a record may have and nobody looks at; without names: all that it does not know.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Ignored {
  /// The keys; none means any.
  String[] value() default {};
}
