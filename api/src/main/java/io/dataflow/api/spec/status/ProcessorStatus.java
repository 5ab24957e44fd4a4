package io.dataflow.api.spec.status;

import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Range;

/// What the operator has last heard of one process: from one start to one end. The totals of a flow
/// are made of all of them, so they never go backwards when a pod goes.
@Doc("What the operator has last heard of one process of the flow.")
public record ProcessorStatus(
    @Doc(value = "What the process calls itself; new at each start.", example = "5f0c2a9e")
        String instance,
    @Doc(value = "Name of its pod.", example = "df-orders-6d4b9c7f5-x2x7z") String pod,
    @Doc(value = "Messages that it has handled for good.", example = "150") @Range(min = 0)
        long processedCount,
    @Doc(value = "Messages that it has rejected.", example = "0") @Range(min = 0)
        long errorCount) {}
