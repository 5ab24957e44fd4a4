package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// At least one of these fields must be there, as `table` and `query`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(OneOf.Several.class)
public @interface OneOf {
  /// The fields; when all are missing, the first one is what the user is asked for.
  String[] value();

  /// Holds the annotations of a type that has several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    /// All of them.
    OneOf[] value();
  }
}
