package io.dataflow.testbed.proxy;

import java.util.Set;

/// A whole message of a protocol.
///
/// @param bytes the message as it is forwarded
/// @param acts what it does; empty for answers and for everything else
/// @param id what ties an answer to its request, where the protocol has such a thing
record Frame(byte[] bytes, Set<Act> acts, int id) {
  static Frame of(byte[] bytes) {
    return new Frame(bytes, Set.of(), 0);
  }
}
