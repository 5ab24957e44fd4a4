package io.dataflow.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The definition in the cluster says of the field no more than that it is there, because a
/// definition has to stay below a size: what an object and a reference to a Secret hold, and
/// whether the field is missing, the webhook says, and `validate`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Brief {}
