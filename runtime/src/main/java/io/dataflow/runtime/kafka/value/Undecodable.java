package io.dataflow.runtime.kafka.value;

/// A value that cannot be read as its `format` says: it costs itself.
///
/// @param value as it came
/// @param reason what is wrong with it, without any part of it
public record Undecodable(byte[] value, String reason) {}
