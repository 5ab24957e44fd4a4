package io.dataflow.api.spec;

import io.dataflow.api.model.Name;

/// How often a record may arrive in a sink.
public enum DeliveryGuarantee {
  /// Never lost; after a crash some records are written once more.
  @Name("atLeastOnce")
  AT_LEAST_ONCE("at least once"),
  /// Never lost, and never seen twice in the sink: the sink stores the source's position in the
  /// transaction of the records.
  @Name("effectivelyOnce")
  EFFECTIVELY_ONCE("effectively once");

  private final String words;

  DeliveryGuarantee(String words) {
    this.words = words;
  }

  /// For people: `at least once`.
  public String words() {
    return words;
  }

  /// What holds for a flow.
  ///
  /// @param errors whether it has an error sink, which always gets records at least once
  String words(boolean errors) {
    return errors && this == EFFECTIVELY_ONCE
        ? words() + "; sink:errors " + AT_LEAST_ONCE.words()
        : words();
  }
}
