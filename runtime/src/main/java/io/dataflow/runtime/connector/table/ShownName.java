package io.dataflow.runtime.connector.table;

/// A field's name in a message. It comes from a record, so it may be of any length.
final class ShownName {
  private static final int MOST = 100;

  private ShownName() {}

  static String of(String name) {
    return name.length() <= MOST ? name : name.substring(0, MOST) + "…";
  }
}
