package io.dataflow.testbed.cluster.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Sends a container's log to somebody: its last lines or all of it, and what comes after that.
public record LogStream(Path log) {
  private static final Duration LOOK = Duration.ofMillis(100);

  /// Sends the last `lines` lines, or all where that is negative; goes on as long as `more` says
  /// that the container may still write.
  public void send(OutputStream target, long lines, BooleanSupplier more)
      throws IOException, InterruptedException {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(start(channel, lines));
      var goesOn = true;
      while (goesOn) {
        goesOn = more.getAsBoolean();
        Channels.newInputStream(channel).transferTo(target);
        target.flush();
        if (goesOn) {
          Thread.sleep(LOOK);
        }
      }
    }
  }

  private static long start(SeekableByteChannel channel, long lines) throws IOException {
    if (lines < 0) {
      return 0;
    }
    var bytes = Channels.newInputStream(channel).readAllBytes();
    var position = bytes.length;
    var left = bytes.length > 0 && bytes[bytes.length - 1] == '\n' ? lines + 1 : lines;
    while (position > 0) {
      if (bytes[position - 1] == '\n' && --left <= 0) {
        break;
      }
      position--;
    }
    return position;
  }
}
