package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderTopic;
import io.dataflow.benchmarks.orders.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One run of one contestant.
///
/// @param servers where it reads and writes
/// @param folder where files may be put
/// @param number different for every run, so that nobody goes on where another stopped
/// @param partitions of the topic it reads
/// @param records how many there are
record Lap(Servers servers, Path folder, int number, int partitions, long records) {
  String brokers() {
    return servers.kafka().bootstrap();
  }

  String jdbcUrl() {
    return servers.postgresql().jdbcUrl(Servers.DATABASE);
  }

  String topic(Form form) {
    return new OrderTopic(form, partitions).name();
  }

  String group() {
    return "lap-" + number;
  }

  Path file(String name) {
    return folder.resolve(number + "-" + name);
  }

  /// Writes a file of this run and returns where it is.
  Path write(String name, String text) {
    try {
      return Files.writeString(file(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
