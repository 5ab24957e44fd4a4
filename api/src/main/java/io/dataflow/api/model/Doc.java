package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a field or a type is for, in the words that its users read: in the reference, in the schema
/// and in the messages about what is wrong with it.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {
  /// One or two sentences.
  String value();

  /// A value as it would stand in YAML.
  String example() default "";
}
