package io.dataflow.runtime.contract;

import java.util.Map;

/// A connector's side of a contract: which of its cases do not apply.
public interface Contract {
  /// What the connector cannot do, each with the reason in words that a user can read.
  Map<Capability, String> without();
}
