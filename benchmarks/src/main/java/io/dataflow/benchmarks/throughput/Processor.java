package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.Home;
import io.dataflow.benchmarks.measure.MeasuredProcess;
import io.dataflow.benchmarks.orders.Form;
import io.dataflow.benchmarks.orders.OrderFlow;
import io.dataflow.benchmarks.orders.OrderTable;
import io.dataflow.benchmarks.orders.OrderTopic;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// This project as users run it: `./dataflow run` with a manifest.
///
/// @param table with the steps' result, or the records as they are in a flow without steps
public record Processor(OrderTable table) implements Contestant {
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

  @Override
  public MeasuredProcess start(Lap lap) {
    var flow = new OrderFlow(new OrderTopic(form(), lap.partitions()), table);
    var manifest = lap.write("flow.yaml", flow.manifest(lap.servers(), lap.group())).toString();

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
