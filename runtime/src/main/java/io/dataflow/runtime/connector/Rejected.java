package io.dataflow.runtime.connector;

import io.dataflow.api.message.Message;

/// A record that goes no further, and why. The reason says what is wrong in the words of the
/// manifest or of the server, without the record's values.
///
/// @param stage where it was: `2:mask`, `sink:main`
public record Rejected(Message message, String stage, String reason, ErrorType type) {}
