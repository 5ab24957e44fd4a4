package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a text looks like, a field's or every text with a grammar, for the API server to hold it
/// against; the record's own rules say in words what is wrong with it. A pattern costs the server
/// nothing, where a [Rule] is counted.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Matching {
  /// A regular expression that Java and Go read alike, for the whole text.
  String value();
}
