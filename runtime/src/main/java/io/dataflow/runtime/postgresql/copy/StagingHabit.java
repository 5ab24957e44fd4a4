package io.dataflow.runtime.postgresql.copy;

/// Whether rows go straight into the table or through the temporary one. Straight is faster, but a
/// single row that is there already fails all of it; so after a conflict the detour is taken for
/// a while, and for longer each time that a straight try has failed again.
public final class StagingHabit {
  private static final int FIRST = 16;
  private static final int LONGEST = 1024;

  private int length = FIRST;
  private int left;

  /// Whether the next part takes the detour.
  public boolean isStaged() {
    return left > 0;
  }

  /// A straight try has met a row that is there already.
  public void collided() {
    left = length;
    length = Math.min(2 * length, LONGEST);
  }

  /// A part has taken the detour.
  ///
  /// @param conflicts how many of its rows were there already
  public void settled(long conflicts) {
    left = conflicts > 0 ? Math.max(left, FIRST) : Math.max(left - 1, 0);
  }
}
