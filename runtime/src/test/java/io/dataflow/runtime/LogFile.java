package io.dataflow.runtime;

import io.dataflow.testbed.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.record.FileRecords;

/// What the broker keeps of a topic of one partition on its disk.
final class LogFile {
  private LogFile() {}

  /// How each of the topic's batches is compressed.
  static List<String> compressions(String topic) throws IOException {
    var first = Path.of("data", topic + "-0", "00000000000000000000.log");
    var file = Servers.kafka().log().resolveSibling(first);
    if (!Files.exists(file)) {
      throw new AssertionError(file + " is not there");
    }
    try (var records = FileRecords.open(file.toFile(), false)) {
      return StreamSupport.stream(records.batches().spliterator(), false)
          .map(batch -> batch.compressionType().name)
          .toList();
    }
  }
}
