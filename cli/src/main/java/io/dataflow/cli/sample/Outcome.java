package io.dataflow.cli.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came out of a sample's flow, by the file that it belongs into, each in order.
final class Outcome {
  private final Map<String, List<MessageLine>> files = new TreeMap<>();

  void add(String file, MessageLine message) {
    files.computeIfAbsent(file, absent -> new ArrayList<>()).add(message);
  }

  /// The number that the next message of a file will have, from 1.
  int next(String file) {
    return at(file).size() + 1;
  }

  List<MessageLine> at(String file) {
    return files.getOrDefault(file, List.of());
  }

  /// The files that have messages.
  List<String> files() {
    return List.copyOf(files.keySet());
  }
}
