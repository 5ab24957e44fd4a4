package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.orders.Content;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.Order;
import io.dataflow.benchmarks.orders.OrderTopic;
import io.dataflow.benchmarks.orders.Servers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Everything that is there before the first contestant starts, and the order in which they run.
final class Track {
  private final Servers servers;
  private final Path folder;
  private final long records;
  private int laps;

  Track(Servers servers, Path folder, long records) {
    this.servers = servers;
    this.folder = folder;
    this.records = records;
  }

  /// The file that the ceiling reads.
  Path writeRows() throws IOException {
    var file = folder.resolve("rows.copy");
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (var id = 1L; id <= records; id++) {
        out.write(new Order(id).row(now));
      }
    }
    return file;
  }

  /// Fills the topics that these contestants read.
  void fillTopics(List<Contestant> contestants, int partitions) {
    var forms = new LinkedHashSet<Form>();
    contestants.forEach(contestant -> forms.add(contestant.form()));
    for (var form : forms) {
      var topic = new OrderTopic(form, partitions);
      say("filling topic " + topic.name());
      topic.fill(servers.kafka(), records);
    }
  }

  Lap lap(int partitions) {
    return new Lap(servers, folder, ++laps, partitions, records);
  }

  /// Round by round, so that whatever else the machine does meets all of them alike.
  Map<Contestant, List<LapResult>> race(
      List<Contestant> contestants, int partitions, int rounds, Content wanted) throws Exception {
    var results = new LinkedHashMap<Contestant, List<LapResult>>();
    for (var round = 1; round <= rounds; round++) {
      for (var contestant : contestants) {
        say("round " + round + ", partitions " + partitions + ": " + contestant.words());
        var result = new Race(wanted).run(contestant, lap(partitions));
        say("  %,.0f records/s".formatted(result.rate()));
        results.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(result);
      }
    }
    return results;
  }

  static void say(String words) {
    System.err.println("benchmarks: " + words);
  }
}
