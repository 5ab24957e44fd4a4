package io.dataflow.cli;

import io.dataflow.runtime.log.Logging;
import java.util.Map;

/// What a command lets the processor log, before the processor is there.
record Logs(Map<String, String> environment, boolean debug) {

  /// For people, who want to see progress and not a log: warnings and worse.
  void forPeople() {
    Logging.level(debug ? "debug" : environment.getOrDefault("LOG_LEVEL", "warn"));
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
