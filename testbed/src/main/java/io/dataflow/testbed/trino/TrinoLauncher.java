package io.dataflow.testbed.trino;

/// The program of a Trino server: the jar that has one of its own comes with Trino's whole
/// distribution alone. Nothing of Trino is on the class path that this is compiled with.
public final class TrinoLauncher {
  private TrinoLauncher() {}

  /// @param arguments the release that the server calls itself
  public static void main(String[] arguments) throws ReflectiveOperationException {
    var server = Class.forName("io.trino.server.Server");
    server
        .getMethod("start", String.class)
        .invoke(server.getConstructor().newInstance(), arguments[0]);
  }
}
