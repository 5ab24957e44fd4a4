package io.dataflow.api.spec;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Inline;

/// Where records go that cannot be parsed, transformed or written.
@Doc("Where records go that cannot be parsed, transformed or written, each with its reason.")
public record ErrorSink(
    @Inline Sink sink,
    @Doc("When the source's position may pass a record that went here.") @Default("afterWrite")
        AckPolicy ackPolicy) {}
