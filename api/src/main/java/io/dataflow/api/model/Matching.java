package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a text looks like, a field's or every text with a grammar, for the API server to hold it
/// against. A pattern costs the server nothing, where a rule in CEL is counted.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Matching {
  /// A regular expression that Java and Go read alike, for the whole text.
  String value();

  /// What is said of a field's text that looks otherwise, after the text itself: `is no namespace.
  /// Use …`. Empty where the text is not held against the pattern here, because its class has words
  /// of its own.
  String otherwise() default "";
}
