package io.dataflow.cli.chaos.oracle;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.spec.DataFlowSpec;

/// What a flow promises of each record that it has read, for one of its sinks.
public enum Promise {
  /// It is in a sink once or several times.
  AT_LEAST_ONCE("at least once"),
  /// It is in a sink as if it had been written once.
  EFFECTIVELY_ONCE("effectively once");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  /// What is promised for a sink that is not the error sink.
  static Promise of(DataFlowSpec spec, Sink sink) {
    return spec.isEffectivelyOnce() ? EFFECTIVELY_ONCE : ofErrors(sink);
  }

  /// What is promised for an error sink, which no flow delivers to effectively once. But a table in
  /// which a repeated row is updated holds each record once, whatever is delivered.
  static Promise ofErrors(Sink sink) {
    return sink.takesRepeats() ? EFFECTIVELY_ONCE : AT_LEAST_ONCE;
  }

  /// The promise for a person.
  public String words() {
    return words;
  }
}
