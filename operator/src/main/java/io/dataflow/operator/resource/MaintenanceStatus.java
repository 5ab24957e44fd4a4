package io.dataflow.operator.resource;

import com.fasterxml.jackson.annotation.JsonInclude;

/// Whether and when the flow rests on purpose (contract 1.3). Times are RFC 3339.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaintenanceStatus(
    boolean inMaintenance,
    String nextMaintenanceTime,
    String lastMaintenanceTime,
    boolean suspended) {}
