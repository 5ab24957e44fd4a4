package io.dataflow.api.chain;

import io.dataflow.api.message.Message;
import java.util.List;

/// Some of what the steps make of a batch, behind the last of them.
///
/// @param messages in the order of the batch
/// @param rejected what steps have rejected on the way to them
public record Slice(List<Message> messages, List<Rejection> rejected) {}
