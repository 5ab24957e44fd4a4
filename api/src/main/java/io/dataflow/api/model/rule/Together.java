package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// These fields stand together or not at all, as `certFile` and `keyFile`: each of them is missing
/// when another one is there.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Together.Several.class)
public @interface Together {
  /// The fields.
  String[] value();

  /// Holds the annotations of a type that has several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    /// All of them.
    Together[] value();
  }
}
