package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The field's value may come from a Kubernetes Secret instead: the key `<field>SecretRef` beside
/// it takes `name`, `key` and optionally `namespace`, and wins over a plain value
/// (`docs/contract.md`). A list is split at commas.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FromSecret {
  /// The key that refers to the Secret; `<field>SecretRef` when empty.
  String value() default "";
}
