package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A field that has an effect only when one of these others is there; without them it is warned of.
/// A flag is there when it is `true`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(OnlyWith.Several.class)
public @interface OnlyWith {
  /// The field that has no effect alone.
  String key();

  /// The others.
  String[] with();

  /// Holds the annotations of a type that has several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    /// All of them.
    OnlyWith[] value();
  }
}
