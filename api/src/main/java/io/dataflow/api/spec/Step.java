package io.dataflow.api.spec;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;
import io.dataflow.api.transformation.Transformation;
import java.util.Optional;

/// One transformation in its place in the chain.
@Doc("A step between source and sink.")
public record Step(
    @Doc(
            value = "The step works only on messages for which this holds.",
            example = "$.status == 'new'")
        Optional<Condition> when,
    @Inline Transformation transformation) {}
