package io.dataflow.testbed.proxy;

/// A moment in the life of a message from a client.
///
/// @param act what the message does
/// @param side whether the server has not got it yet, or has done it and its answer is on the way
public record Moment(Act act, Side side) {

  /// Before or after the server has done what the message asks for.
  public enum Side {
    /// The message has left the client and has not reached the server.
    BEFORE,
    /// The server has answered, and the answer has not reached the client.
    AFTER
  }

  /// The message has left the client and has not reached the server.
  public static Moment before(Act act) {
    return new Moment(act, Side.BEFORE);
  }

  /// The server has answered, and the answer has not reached the client.
  public static Moment after(Act act) {
    return new Moment(act, Side.AFTER);
  }
}
