package io.dataflow.operator.upgrade;

/// How a flow's Deployment compares with the desired one.
///
/// @param wanted it is there, and pods are wanted
/// @param current its pods are those that are wanted
/// @param edited the flow, or a Secret of it, is another one than it was made of
/// @param available at least one pod is ready
/// @param settled all its pods are the new ones, and ready
/// @param failing it does not get any further by itself
public record DeploymentState(
    boolean wanted,
    boolean current,
    boolean edited,
    boolean available,
    boolean settled,
    boolean failing) {}
