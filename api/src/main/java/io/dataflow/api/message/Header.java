package io.dataflow.api.message;

/// A header of a message. The value may be null in Kafka, and then it stays null.
public record Header(String name, byte[] value) {}
