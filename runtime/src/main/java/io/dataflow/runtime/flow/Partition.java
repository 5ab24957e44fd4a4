package io.dataflow.runtime.flow;

import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Divides a batch once by where its messages go: a delivery for each sink that gets any, and one
/// for the records that steps could not work on. Order inside a delivery is the batch's.
final class Partition {
  private final Map<Destination, String> routes;

  /// @param routes the sink route of each destination: `sink:route-0`
  Partition(Map<Destination, String> routes) {
    this.routes = routes;
  }

  List<Delivery> of(Batch batch) {
    var deliveries = new ArrayList<Delivery>();
    if (!batch.rejected().isEmpty()) {
      deliveries.add(Delivery.ofRejected(batch.mark(), batch.rejected()));
    }
    if (routes.isEmpty() && !batch.messages().isEmpty()) {
      deliveries.add(new Delivery(Delivery.MAIN, batch.mark(), batch.messages()));
      return deliveries;
    }
    var messages = new LinkedHashMap<String, List<Message>>();
    for (var message : batch.messages()) {
      var way = message.destination().map(routes::get).orElse(Delivery.MAIN);
      messages.computeIfAbsent(way, _ -> new ArrayList<>()).add(message);
    }
    messages.forEach((way, part) -> deliveries.add(new Delivery(way, batch.mark(), part)));
    return deliveries;
  }
}
