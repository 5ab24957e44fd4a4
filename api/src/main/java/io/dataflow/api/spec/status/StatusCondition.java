package io.dataflow.api.spec.status;

import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Range;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One of Kubernetes' standard conditions, which `kubectl wait` and other tools read.
@Doc("Something that holds of the flow, or does not.")
public record StatusCondition(
    @Doc(
            value =
                "What it is about: `Ready`, `Reconciling`, `Stalled`; `Upgraded` while an upgrade"
                    + " of the operator has not reached the flow.",
            example = "Ready")
        @AtMost(316)
        String type,
    @Doc(value = "Whether it holds.", example = "\"True\"") ConditionStatus status,
    @Doc(value = "Why, in one word for programs.", example = "Running") @AtMost(1024) String reason,
    @Doc("Why, in a sentence for people.") @AtMost(32_768) Optional<String> message,
    @Doc(value = "Since when.", example = "2026-01-01T02:00:00Z") OffsetDateTime lastTransitionTime,
    @Doc("The `metadata.generation` that it speaks of.") @Range(min = 0)
        Optional<Long> observedGeneration) {}
