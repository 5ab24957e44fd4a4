package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// This project as users run it: `./dataflow run` with a manifest.
///
/// @param table with the steps' result, or the records as they are in a flow without steps
record Processor(OrderTable table) implements Contestant {
  @Override
  public String words() {
    return switch (table) {
      case ORDERS -> "this processor";
      case RAW -> "this processor, no steps";
    };
  }

  @Override
  public Form form() {
    return Form.JSON;
  }

  private String steps() {
    return switch (table) {
      case ORDERS ->
          """
          [{type: mask, config: {fields: [email]}}, {type: remove, config: {fields: [card]}},
              {type: timestamp, config: {fieldName: processed_at}}]\
          """;
      case RAW -> "[]";
    };
  }

  private String manifest(Lap lap) {
    return """
    apiVersion: dataflow.dataflow.io/v1
    kind: DataFlow
    metadata: {name: benchmark}
    spec:
      source: {type: kafka, config: {brokers: ["%s"], topic: %s, consumerGroup: %s}}
      transformations: %s
      sink: {type: postgresql, config: {connectionString: "%s", table: %s}}
    """
        .formatted(
            lap.brokers(),
            lap.topic(form()),
            lap.group(),
            steps(),
            lap.connectionString(),
            table.table());
  }

  @Override
  public MeasuredProcess start(Lap lap) {
    var manifest = lap.write("flow.yaml", manifest(lap)).toString();
    var launcher = Home.folder().resolve("dataflow").toString();
    return MeasuredProcess.start(
        List.of(launcher, "run", manifest, "--until-idle", "3s"),
        Map.of(),
        lap.file("processor.log"));
  }

  @Override
  public Instant awaitOpening(Lap lap, MeasuredProcess process) {
    return new GroupWatch(lap.brokers(), lap.group()).awaitAssignment(process);
  }

  @Override
  public boolean endsByItself() {
    return true;
  }
}
