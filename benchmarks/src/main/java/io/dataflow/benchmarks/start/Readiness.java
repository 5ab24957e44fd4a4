package io.dataflow.benchmarks.start;

import io.dataflow.benchmarks.measure.MeasuredProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Asks a processor's `/readyz` until it says yes.
record Readiness(int port) {
  private static final Duration STEP = Duration.ofMillis(5);
  private static final byte[] QUESTION =
      "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  Instant await(MeasuredProcess process) {
    while (!isReady()) {
      process.mustBeAlive();
      LockSupport.parkNanos(STEP.toNanos());
    }
    return Instant.now();
  }

  private boolean isReady() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.getOutputStream().write(QUESTION);
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return answer.endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }
}
