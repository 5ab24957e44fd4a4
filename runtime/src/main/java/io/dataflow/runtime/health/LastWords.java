package io.dataflow.runtime.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a pod says why it ended: the file that Kubernetes has made for it and reads afterwards.
/// Where there is none, nobody listens, and none is made.
public record LastWords(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

  /// As the environment names it: `TERMINATION_MESSAGE_PATH`.
  public static LastWords of(Map<String, String> environment) {
    var named = environment.getOrDefault("TERMINATION_MESSAGE_PATH", "");
    return new LastWords(Path.of(named.isEmpty() ? "/dev/termination-log" : named));
  }

  /// Says it in place of what was said before.
  public void say(Status status) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      Files.write(file, status.json());
    } catch (IOException e) {
      // The process ends all the same, with an exit code of its own.
      LOG.warn("The last words cannot be written to {}: {}", file, e.getMessage());
    }
  }
}
