package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What must hold and no pattern can state ([Together], [OneOf], [Needs], [NotWith], [OnlyWith]).
///
/// Of a record it stands on a method without parameters that says in Java whether it holds, its own
/// or one of an interface. Of a text with a grammar of its own it stands on the class, whose
/// `parse` has its own words for what is wrong.
///
/// CEL is what the API server understands: it says no without asking anybody. A test runs the same
/// manifests through both.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Rule.Several.class)
public @interface Rule {
  /// A CEL expression that is true when all is well; `self` is the record, or the text. Empty where
  /// the API server cannot say, or need not because it is only a warning.
  String cel() default "";

  /// The field that is wrong otherwise, relative to the record; empty for the whole.
  String path() default "";

  /// What is wrong and what to do.
  String message();

  /// Whether the flow can run all the same.
  boolean warning() default false;

  /// Holds the rules of a type that has several.
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface Several {
    /// All of them.
    Rule[] value();
  }
}
