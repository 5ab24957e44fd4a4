package io.dataflow.runtime.connector.polling;

/// A column that rows are ordered by.
///
/// @param type its type in the server's own words, as a cast has it: `timestamp with time zone`
public record CursorColumn(String name, String type, Kind kind) {

  /// What is to be known of a type here.
  public enum Kind {
    /// Its text can be a JSON number.
    NUMBER,
    /// A moment: a time with a zone.
    MOMENT,
    /// A time of some place: a date, or a time without a zone.
    LOCAL_TIME,
    /// Anything else that has an order.
    OTHER
  }

  /// Whether its text can be a JSON number.
  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /// Whether it is a time, which the checkpoint keeps in the form of RFC 3339.
  public boolean isTime() {
    return kind == Kind.MOMENT || kind == Kind.LOCAL_TIME;
  }
}
