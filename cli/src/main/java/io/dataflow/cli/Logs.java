package io.dataflow.cli;

import io.dataflow.cli.terminal.Terminal;
import io.dataflow.runtime.log.Logging;
import java.util.Map;

/// What a command lets the processor log, before the processor is there.
record Logs(Map<String, String> environment, boolean debug) {

  /// For people, who want to see progress and not a log. Where it is drawn in its place, warnings
  /// are a part of it.
  void forPeople(Terminal terminal) {
    var level = terminal.interactive() ? "error" : "warn";
    Logging.level(debug ? "debug" : environment.getOrDefault("LOG_LEVEL", level));
  }

  /// For a cluster: JSON, and at `info` what has happened.
  ///
  /// @param level the level that flags ask for; the environment's wins
  void forCluster(String level) {
    if (!environment.containsKey("LOG_FORMAT")) {
      System.setProperty("LOG_FORMAT", "json");
    }
    Logging.level(debug ? "debug" : environment.getOrDefault("LOG_LEVEL", level));
  }
}
