package io.dataflow.api.chain;

import io.dataflow.api.message.Message;

/// A record that a step could not transform.
///
/// @param stage the step: `2:mask`
/// @param reason what is wrong with the record, without its values
public record Rejection(Message message, String stage, String reason) {}
