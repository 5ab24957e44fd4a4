package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A field that is not possible while another one has one of these words.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(NotWith.Several.class)
public @interface NotWith {
  /// The field that is not possible.
  String key();

  /// The field that excludes it.
  String with();

  /// The words of [#with] that do so.
  String[] at();

  /// Holds the annotations of a type that has several of them.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    /// All of them.
    NotWith[] value();
  }
}
