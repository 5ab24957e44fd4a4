package io.dataflow.runtime.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One case of a contract: a test that each connector inherits.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(Applicability.class)
public @interface Case {
  /// What it shows, for the page that lists the cases.
  String value();

  /// What a connector must be able to do for the case to apply.
  Capability[] needs() default {};
}
