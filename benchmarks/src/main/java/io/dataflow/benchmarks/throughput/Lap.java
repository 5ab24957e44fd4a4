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
public record Lap(Servers servers, Path folder, int number, int partitions, long records) {
  /// The bootstrap servers.
  public String brokers() {
    return servers.kafka().bootstrap();
  }

  /// The database.
  public String jdbcUrl() {
    return servers.postgresql().jdbcUrl(Servers.DATABASE);
  }

  /// The topic that holds orders in this form.
  public String topic(Form form) {
    return new OrderTopic(form, partitions).name();
  }

  /// The consumer group of the run.
  public String group() {
    return "lap-" + number;
  }

  /// A file of this run.
  public Path file(String name) {
    return folder.resolve(number + "-" + name);
  }

  /// Writes a file of this run and returns where it is.
  public Path write(String name, String text) {
    try {
      return Files.writeString(file(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
