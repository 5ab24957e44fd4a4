package io.dataflow.api.model;

/// How much of anything a manifest may hold, in one place. The API server lets a rule look only at
/// what has a known size, and `validate` says the same without a server. They are generous: what
/// exceeds them is a mistake, or data that belongs elsewhere.
public final class Bounds {
  /// Characters of a name, an address, a condition, a path.
  public static final int TEXT = 2048;

  /// Characters of what people write at length: a query, a certificate.
  public static final int LONG_TEXT = 65_536;

  /// Characters of the addresses of one server, which rules look into.
  public static final int ADDRESSES = 512;

  /// Characters of a length of time, a point in time, a time zone.
  public static final int SHORT_TEXT = 64;

  /// Items of a list.
  public static final int ITEMS = 1000;

  /// Characters of a condition.
  public static final int CONDITION = 1024;

  /// Steps of a flow.
  public static final int STEPS = 64;

  /// Routes of a router: the API server counts every rule once for each route of each step.
  public static final int ROUTES = 32;

  /// Keys of an object whose keys are the user's own.
  public static final int KEYS = 256;

  private Bounds() {}
}
