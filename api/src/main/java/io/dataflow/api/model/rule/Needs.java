package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who gives one field has to give another one, which is missing otherwise.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Needs.Several.class)
public @interface Needs {
  /// The field that needs the other; a flag does so when it is `true`.
  String key();

  /// Words of [#key] with which it needs the other; without any, every value does.
  String[] at() default {};

  /// The field that is needed.
  String needs();

  /// Why, as the end of a sentence: `a query cannot be created`.
  String because() default "";

  /// Holds the annotations of a type that has several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    /// All of them.
    Needs[] value();
  }
}
