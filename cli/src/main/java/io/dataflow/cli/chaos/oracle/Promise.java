package io.dataflow.cli.chaos.oracle;

import io.dataflow.api.connector.Sink;

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

  /// What is promised for a sink: a table of which a repeated row changes nothing holds each record
  /// once, whatever is delivered.
  static Promise of(Sink sink) {
    return sink.takesRepeats() ? EFFECTIVELY_ONCE : AT_LEAST_ONCE;
  }

  /// The promise for a person.
  public String words() {
    return words;
  }
}
