package io.dataflow.testbed.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds a TCP port on which a server can be started, stopped and started again.
public final class Ports {
  private static final int FIRST = 20_000;

  /// Linux hands out ports from 32768 on to outgoing connections: one of those could be taken by a
  /// client while its server is down for a restart.
  private static final int LAST = 32_000;

  private Ports() {}

  /// Returns a port of the loopback address that nobody listens on now.
  public static int free() {
    for (var attempt = 0; attempt < 1000; attempt++) {
      var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new ServerException(
        "no free port between " + FIRST + " and " + LAST + " on this machine");
  }

  /// Tells whether a server could listen on the port of the loopback address now.
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
