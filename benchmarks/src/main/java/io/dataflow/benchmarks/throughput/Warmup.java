package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.orders.Content;
import java.time.Duration;

/// The run before all others: it takes the cold server upon itself, and shows what must be in the
/// table after each.
record Warmup(Ceiling ceiling) {
  Content content(Lap lap) throws Exception {
    try (var connection = lap.servers().connection();
        var process = ceiling.start(lap)) {
      ceiling.awaitOpening(lap, process);
      process.awaitEnd(Duration.ofMinutes(30));
      var content = ceiling.table().content(connection);
      content.mustBe(
          new Content(lap.records(), lap.records(), content.checksum()), ceiling.words());
      return content;
    }
  }
}
