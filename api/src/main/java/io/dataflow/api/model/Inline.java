package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What is in the component stands beside the other keys of its record, not below a key of their
/// own: the `type` and `config` of one of several types, as in a step `{type, when, config}`, or
/// all keys of another record.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
