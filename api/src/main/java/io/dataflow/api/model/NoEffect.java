package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The documented system has this field and this version does what it says in another way: who sets
/// it is warned, and the reference says so. A field that may be left out counts as set whenever it
/// is there, another one when it is not at its default.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NoEffect {
  /// What is done instead, as the end of a sentence: `one thread transforms a batch`.
  String value();
}
