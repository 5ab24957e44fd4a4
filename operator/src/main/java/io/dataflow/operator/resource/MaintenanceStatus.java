package io.dataflow.operator.resource;

/// Whether the flow rests on purpose (contract 1.3).
public record MaintenanceStatus(boolean inMaintenance, boolean suspended) {}
