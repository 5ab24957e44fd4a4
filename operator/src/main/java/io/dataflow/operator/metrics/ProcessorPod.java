package io.dataflow.operator.metrics;

/// A processor's pod that can be asked for its metrics.
///
/// @param namespace where the flow and the pod are
/// @param flow the flow's name
/// @param pod the pod's name
/// @param address the pod's IP address
public record ProcessorPod(String namespace, String flow, String pod, String address) {}
