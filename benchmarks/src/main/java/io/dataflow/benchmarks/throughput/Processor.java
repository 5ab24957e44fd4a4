package io.dataflow.benchmarks.throughput;

import io.dataflow.api.spec.DeliveryGuarantee;
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
/// @param delivery how often a record may arrive after a crash
/// @param form what its topic holds
public record Processor(OrderTable table, DeliveryGuarantee delivery, Form form)
    implements Contestant {
  /// The processor as it is without any word on delivery.
  public Processor(OrderTable table) {
    this(table, DeliveryGuarantee.AT_LEAST_ONCE, Form.JSON);
  }

  @Override
  public String words() {
    if (form == Form.POISONED) {
      return "this processor, 1 % poison";
    }
    if (delivery == DeliveryGuarantee.EFFECTIVELY_ONCE) {
      return "this processor, effectively once";
    }
    return switch (table) {
      case ORDERS -> "this processor";
      case KEYED -> "this processor, upsert";
      case RAW -> "this processor, no steps";
      case WHOLE -> "this processor, no steps, raw mode";
      case INDEXED -> "this processor, no steps, raw mode with the index";
    };
  }

  @Override
  public MeasuredProcess start(Lap lap) {
    var flow = new OrderFlow(new OrderTopic(form(), lap.partitions()), table, delivery);
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
