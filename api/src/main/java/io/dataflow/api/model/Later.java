package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names that the documented system has and this version lacks: types of a sealed interface, keys
/// of a record, values of an enum. They are refused by name and not taken for a slip of the pen.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Later {
  /// The names as they stand in YAML.
  String[] value();

  /// Those of a record's keys that hold objects: they may hold passwords, which the API server
  /// would repeat where it takes a value for a wrong word.
  String[] objects() default {};

  /// Of a sealed interface: the keys in the `config` of those types, as far as no other type has
  /// them. The API server must know them, or it complains of each before it says that the type is
  /// lacking.
  String[] keys() default {};
}
