package io.dataflow.api.message;

/// Where a router has sent a message: one of the flow's routes.
public interface Destination {}
