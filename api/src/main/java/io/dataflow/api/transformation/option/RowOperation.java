package io.dataflow.api.transformation.option;

import java.util.Arrays;
import java.util.Optional;

/// What has happened to a row, by the letter that Debezium has for it.
public enum RowOperation {
  /// It is new.
  CREATE("c", "insert"),

  /// It is another one now.
  UPDATE("u", "update"),

  /// It was there before changes were read.
  READ("r", "insert"),

  /// It is gone.
  DELETE("d", "delete");

  private final String letter;
  private final String word;

  RowOperation(String letter, String word) {
    this.letter = letter;
    this.word = word;
  }

  /// The operation with this letter; empty when it happens to no row, as `t` and `m`.
  public static Optional<RowOperation> of(String letter) {
    return Arrays.stream(values()).filter(it -> it.letter.equals(letter)).findFirst();
  }

  /// Debezium's letter.
  public String letter() {
    return letter;
  }

  /// What the metadata `operation` says, which sinks go by.
  public String word(SnapshotOperation snapshot) {
    return this == READ && snapshot == SnapshotOperation.UPDATE ? UPDATE.word : word;
  }
}
