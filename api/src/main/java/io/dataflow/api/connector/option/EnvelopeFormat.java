package io.dataflow.api.connector.option;

import io.dataflow.api.model.Name;

/// What the body of a change is.
public enum EnvelopeFormat {
  /// The row, by column name.
  @Name("row")
  ROW,
  /// An object with `payload`: the row before and after, the operation, where it came from.
  @Name("debezium")
  DEBEZIUM
}
