package io.dataflow.api.model.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What must hold of a whole record, or of a text with a grammar of its own, in the words of the
/// API server: it says no without asking anybody. Of a record, its interfaces' rules count too.
///
/// It repeats in CEL what [Checked] or the text's own `parse` says in Java; a test runs the same
/// manifests through both.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Rules.class)
public @interface Rule {
  /// A CEL expression that is true when all is well; `self` is the record, or the text.
  String cel();

  /// The field that is wrong otherwise, relative to the record; empty for the whole.
  String path() default "";

  /// What is wrong and what to do.
  String message();
}
