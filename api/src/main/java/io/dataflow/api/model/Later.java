package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names that the documented system has and this version lacks: keys of a record, values of an
/// enum. They are refused by name and not taken for a slip of the pen. Types of a sealed interface
/// that are lacking have a file each under `later/`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Later {
  /// The names as they stand in YAML.
  String[] value();

  /// Those of a record's keys that hold objects: they may hold passwords, which the API server
  /// would repeat where it takes a value for a wrong word.
  String[] objects() default {};
}
