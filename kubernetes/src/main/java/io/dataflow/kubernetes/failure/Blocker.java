package io.dataflow.kubernetes.failure;

/// What keeps a resource from being as it is wanted.
///
/// @param reason one word in CamelCase, for conditions and events
/// @param message for a person: what, why, and what to do
/// @param terminal whether somebody has to change something; false while it may pass by itself
public record Blocker(String reason, String message, boolean terminal) {
  /// What a status may hold; a list of problems can be longer.
  private static final int LONGEST = 30_000;

  /// Makes one line of the message, as tables and descriptions show it, and cuts what no status
  /// would take.
  public Blocker {
    message = message.strip().replaceAll("\\s*\\R\\s*", " ");
    message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " …";
  }

  /// Something that does not pass by itself.
  public static Blocker terminal(String reason, String message) {
    return new Blocker(reason, message, true);
  }

  /// Something that may pass by itself.
  public static Blocker temporary(String reason, String message) {
    return new Blocker(reason, message, false);
  }
}
