package io.dataflow.runtime.contract;

/// A field that the records of a case have; the first of a case is the records' key.
///
/// @param name as in JSON; not always one that a server takes without quotes
/// @param kind what its values are
public record Field(String name, Kind kind) {
  /// What a field's values are.
  public enum Kind {
    /// Whole numbers of 64 bits.
    WHOLE,
    /// Numbers of any length and precision.
    DECIMAL,
    /// Texts of any length.
    TEXT,
    /// `true` and `false`.
    FLAG,
    /// Times with a zone, as ISO 8601 texts.
    MOMENT,
    /// Any JSON.
    DOCUMENT
  }

  /// The key that nearly all cases have.
  public static final Field ID = new Field("id", Kind.WHOLE);

  /// A text beside the key.
  public static final Field NOTE = new Field("note", Kind.TEXT);
}
