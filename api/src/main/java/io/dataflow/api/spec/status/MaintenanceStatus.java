package io.dataflow.api.spec.status;

import io.dataflow.api.model.Doc;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Whether and when a flow is paused.
@Doc("Whether and when the flow is paused.")
public record MaintenanceStatus(
    @Doc("Whether a window is open now.") Optional<Boolean> inMaintenance,
    @Doc("Start of the next window.") Optional<OffsetDateTime> nextMaintenanceTime,
    @Doc("Start of the window that is open, or was last.")
        Optional<OffsetDateTime> lastMaintenanceTime,
    @Doc("Whether somebody has stopped the flow by `spec.maintenance.suspended`.")
        Optional<Boolean> suspended) {}
