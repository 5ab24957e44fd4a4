package io.dataflow.benchmarks.recovery;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.OrderTable;
import io.dataflow.benchmarks.orders.Servers;
import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/// One end of a processor, with a topic and a consumer group of its own.
///
/// @param name of topic, group and flow
record Trial(Servers servers, Path folder, String name, Ending ending) {
  private static final int PARTITIONS = 4;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// Runs it; the time until rows of all partitions are committed again.
  Duration run() throws Exception {
    servers.kafka().createTopic(name, PARTITIONS);
    try (var connection = servers.connection()) {
      OrderTable.RAW.empty(connection);
    }
    var processors = new ArrayList<MeasuredProcess>();
    try (var feed = new Feed(servers.kafka().bootstrap(), name, PARTITIONS)) {
      for (int i = 0; i < ending.processors(); i++) {
        processors.add(start("before-" + i));
      }
      if (ending.processors() > 0) {
        Await.until("a share for each", LIMIT, () -> members() == ending.processors());
        var begun = Instant.now();
        Await.until("rows", LIMIT, () -> writtenSince(begun).isPresent());
      }
      var end = Instant.now();
      end(processors);
      // What a processor writes while it stops is not what the next one writes.
      var over = ending == Ending.STOPPED ? Instant.now() : end;
      if (ending.needsStart()) {
        processors.add(start("after"));
      }
      Await.until("rows again", LIMIT, () -> writtenSince(over).isPresent());
      return Duration.between(end, writtenSince(over).orElseThrow());
    } finally {
      processors.forEach(MeasuredProcess::close);
    }
  }

  private void end(List<MeasuredProcess> processors) {
    switch (ending) {
      case NONE -> {
        // Nobody is there.
      }
      case KILLED, ONE_OF_TWO ->
          ProcessHandle.of(processors.getFirst().pid()).ifPresent(ProcessHandle::destroyForcibly);
      case STOPPED -> processors.getFirst().close();
    }
  }

  private MeasuredProcess start(String which) throws IOException {
    var manifest =
        """
        apiVersion: dataflow.dataflow.io/v1
        kind: DataFlow
        metadata: {name: %2$s}
        spec:
          source: {type: kafka, config: {brokers: ["%1$s"], topic: %2$s, consumerGroup: %2$s}}
          sink: {type: postgresql, config: {connectionString: "%3$s", table: %4$s}}
          replicas: %5$d
        """
            .formatted(
                servers.kafka().bootstrap(),
                name,
                servers.postgresql().connectionString(Servers.DATABASE),
                OrderTable.RAW.table(),
                Math.max(1, ending.processors()));
    var file = Files.writeString(folder.resolve(name + ".yaml"), manifest).toString();
    var launcher = Home.folder().resolve("dataflow").toString();
    return MeasuredProcess.start(
        List.of(launcher, "run", file), Map.of(), folder.resolve(name + "-" + which + ".log"));
  }

  private long members() throws Exception {
    var brokers = Map.<String, Object>of("bootstrap.servers", servers.kafka().bootstrap());
    try (var admin = Admin.create(brokers)) {
      var group = admin.describeConsumerGroups(List.of(name)).all().get().get(name);
      return group.members().stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    }
  }

  /// When the last of the partitions had its first row after that moment.
  private Optional<Instant> writtenSince(Instant moment) throws SQLException {
    var query =
        """
        SELECT count(*), max(first) FROM (
          SELECT id %% %d, min(pg_xact_commit_timestamp(xmin)) AS first FROM %s
          WHERE pg_xact_commit_timestamp(xmin) > ? GROUP BY 1) AS partitions
        """
            .formatted(PARTITIONS, OrderTable.RAW.table());
    try (var connection = servers.connection();
        var statement = connection.prepareStatement(query)) {
      statement.setTimestamp(1, Timestamp.from(moment));
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getInt(1) < PARTITIONS
            ? Optional.empty()
            : Optional.of(result.getTimestamp(2).toInstant());
      }
    }
  }
}
