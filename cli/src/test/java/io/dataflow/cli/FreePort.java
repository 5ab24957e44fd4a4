package io.dataflow.cli;

import java.io.IOException;
import java.net.ServerSocket;

/// A port of this machine that nobody has at the moment.
final class FreePort {
  private FreePort() {}

  static int any() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
