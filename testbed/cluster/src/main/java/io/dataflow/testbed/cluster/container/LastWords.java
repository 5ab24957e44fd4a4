package io.dataflow.testbed.cluster.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a container leaves behind for its status: its termination message, at most 4 KiB, or the
/// end of its log where its manifest says so.
record LastWords(LaunchPlan plan, Path log) {
  private static final int MOST_MESSAGE = 4096;
  private static final int MOST_LOG = 2048;
  private static final int MOST_LINES = 80;

  String text(int exitCode) throws IOException {
    var container = plan.container();
    var file = plan.pod().folder().terminationMessage(container.getName());
    var message = Files.exists(file) ? text(Files.readAllBytes(file)) : "";
    if (message.length() > MOST_MESSAGE) {
      return message.substring(0, MOST_MESSAGE);
    }
    var fallsBack = "FallbackToLogsOnError".equals(container.getTerminationMessagePolicy());
    return message.isEmpty() && fallsBack && exitCode != 0 ? endOfLog() : message;
  }

  private String endOfLog() throws IOException {
    var lines = text(Files.readAllBytes(log)).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    var text = String.join("\n", last);
    return text.substring(Math.max(0, text.length() - MOST_LOG));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
