package io.dataflow.operator.resource;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What one process was last heard to have done.
///
/// @param instance the process: a pod that restarts its container is another one
public record ProcessorCount(
    String instance,
    String pod,
    @JsonProperty("processedCount") long processed,
    @JsonProperty("errorCount") long errors) {}
