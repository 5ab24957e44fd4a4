package io.dataflow.operator.status;

/// Why a flow does not run.
///
/// @param reason one word in CamelCase, for conditions and events
/// @param message for a person: what, why, and what to do
/// @param lasting whether it needs somebody to change something; false while it may pass by itself
public record Trouble(String reason, String message, boolean lasting) {
  /// What a status may hold; a list of problems can be longer.
  private static final int LONGEST = 30_000;

  /// Makes one line of the message, as tables and descriptions show it, and cuts what no status
  /// would take.
  public Trouble {
    message = message.strip().replaceAll("\\s*\\R\\s*", " ");
    message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " …";
  }

  /// Something that does not pass by itself.
  public static Trouble lasting(String reason, String message) {
    return new Trouble(reason, message, true);
  }

  /// Something that may pass by itself.
  public static Trouble passing(String reason, String message) {
    return new Trouble(reason, message, false);
  }
}
