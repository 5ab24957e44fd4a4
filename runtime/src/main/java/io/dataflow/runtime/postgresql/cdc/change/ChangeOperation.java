package io.dataflow.runtime.postgresql.cdc.change;

/// What has happened to a row.
public enum ChangeOperation {
  /// It was there when the snapshot was taken.
  READ("insert", "r"),
  /// It is new.
  INSERT("insert", "c"),
  /// It has other values.
  UPDATE("update", "u"),
  /// It is gone.
  DELETE("delete", "d");

  private final String label;
  private final String letter;

  ChangeOperation(String label, String letter) {
    this.label = label;
    this.letter = letter;
  }

  /// The value of the metadata `operation`.
  public String label() {
    return label;
  }

  /// The letter in an envelope of Debezium's form.
  String letter() {
    return letter;
  }
}
