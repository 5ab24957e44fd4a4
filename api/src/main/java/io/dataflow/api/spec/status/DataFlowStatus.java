package io.dataflow.api.spec.status;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.KeyedBy;
import io.dataflow.api.model.Range;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What has become of a flow: a DataFlow's `status` (`docs/lifecycle.md`), written by the operator
/// alone.
@Doc("What has become of the flow; written by the operator.")
public record DataFlowStatus(
    @Doc("What the flow does just now, in one word.") Optional<Phase> phase,
    @Doc("What the flow does just now, and what keeps it from running.") @AtMost(32_768)
        Optional<String> message,
    @Doc("When a message was last handled.") Optional<OffsetDateTime> lastProcessedTime,
    @Doc("Messages that have been handled for good.") @Range(min = 0) Optional<Long> processedCount,
    @Doc("Messages that have been rejected.") @Range(min = 0) Optional<Long> errorCount,
    @Doc("The `metadata.generation` that all this speaks of.") @Range(min = 0)
        Optional<Long> observedGeneration,
    @Doc("Kubernetes' standard conditions.") @KeyedBy("type") @Default("[]")
        List<StatusCondition> conditions,
    @Doc("Whether and when the flow is paused.") Optional<MaintenanceStatus> maintenanceStatus,
    @Doc("Processors that there are.") @Range(min = 0) Optional<Integer> replicas,
    @Doc("Labels of the processors' pods, for autoscalers.") Optional<String> selector,
    @Doc(
            "How often a message may arrive: `at least once`, or `effectively once` and where it"
                + " differs.")
        Optional<String> guarantee,
    @Doc("What the operator has last heard of each process, so that the totals never go backwards.")
        @KeyedBy("instance")
        @Default("[]")
        List<ProcessorStatus> processors) {}
