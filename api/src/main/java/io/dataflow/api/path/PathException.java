package io.dataflow.api.path;

/// A path that cannot be read: what is wrong, where, and what to write instead.
public final class PathException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final int column;

  PathException(String message, int column) {
    super(message);
    this.column = column;
  }

  /// The character at which reading stopped, from 1.
  public int column() {
    return column;
  }
}
