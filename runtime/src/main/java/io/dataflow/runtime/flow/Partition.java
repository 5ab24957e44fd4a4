package io.dataflow.runtime.flow;

import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Divides a batch once by where its messages go: a delivery for each sink that gets any, and one
/// for the records that steps could not work on. Order inside a delivery is the batch's.
///
/// In a flow that ends at the first rejected record, nothing behind that record may be written: the
/// deliveries are then runs of neighbours with one destination, in the order of the batch, and end
/// before the first record that a step has rejected.
final class Partition {
  private final Map<Destination, String> routes;
  private final boolean stopsAtRejected;

  /// @param routes the sink route of each destination: `sink:route-0`
  Partition(Map<Destination, String> routes, boolean stopsAtRejected) {
    this.routes = routes;
    this.stopsAtRejected = stopsAtRejected;
  }

  List<Delivery> of(Batch batch) {
    return stopsAtRejected ? inOrder(batch) : byWay(batch);
  }

  private List<Delivery> byWay(Batch batch) {
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
      messages.computeIfAbsent(way(message), _ -> new ArrayList<>()).add(message);
    }
    messages.forEach((way, part) -> deliveries.add(new Delivery(way, batch.mark(), part)));
    return deliveries;
  }

  private List<Delivery> inOrder(Batch batch) {
    var culprit =
        batch.rejected().stream().min(Comparator.comparing(record -> record.message().index()));
    var messages =
        batch.messagesOf(culprit.map(record -> record.message().index()).orElse(batch.received()));
    var deliveries = new ArrayList<Delivery>();
    int start = 0;
    for (int i = 1; i <= messages.size(); i++) {
      var way = way(messages.get(start));
      if (i == messages.size() || !way(messages.get(i)).equals(way)) {
        deliveries.add(new Delivery(way, batch.mark(), messages.subList(start, i)));
        start = i;
      }
    }
    culprit.map(List::of).ifPresent(one -> deliveries.add(Delivery.ofRejected(batch.mark(), one)));
    return deliveries;
  }

  private String way(Message message) {
    return routes.isEmpty()
        ? Delivery.MAIN
        : message.destination().map(routes::get).orElse(Delivery.MAIN);
  }
}
