package io.dataflow.runtime.flow;

import io.dataflow.api.message.Destination;
import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Batch;
import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.Mark;
import io.dataflow.runtime.connector.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Divides a batch once by where its messages go: a delivery for each sink that gets any, and one
/// for the records that steps could not work on. Order inside a delivery is the batch's.
///
/// In a flow that ends at the first rejected record, nothing behind that record may be written: the
/// deliveries are then runs of neighbours with one destination, in the order of the batch, and end
/// before the first record that a step has rejected.
///
/// In a flow that delivers effectively once, what is written behind a rejected record is passed
/// over when it comes again, so each sink gets one delivery. Its mark lies before the first record
/// that a step has rejected if the flow ends there. The main sink gets one in any case, if need be
/// of nothing, and gets it last: so everything up to the position that it has stored is in its
/// sink, and a source can go on from there.
final class Partition {
  private final Map<Destination, String> routes;
  private final Map<Destination, String> ways = new IdentityHashMap<>();
  private final boolean stopsAtRejected;
  private final boolean effectivelyOnce;

  /// @param routes the sink route of each destination: `sink:route-0`
  Partition(Map<Destination, String> routes, boolean stopsAtRejected, boolean effectivelyOnce) {
    this.routes = routes;
    this.stopsAtRejected = stopsAtRejected;
    this.effectivelyOnce = effectivelyOnce;
  }

  List<Delivery> of(Batch batch) {
    if (effectivelyOnce) {
      return once(batch);
    }
    return stopsAtRejected
        ? inOrder(batch)
        : byWay(batch.mark(), batch.messages(), batch.rejected());
  }

  /// Deliveries of some messages of a batch, of which nothing is rejected that ends the flow, and
  /// of some records that are.
  List<Delivery> of(Mark mark, List<Message> messages, List<Rejected> rejected) {
    return stopsAtRejected ? runs(mark, messages) : byWay(mark, messages, rejected);
  }

  private List<Delivery> byWay(Mark mark, List<Message> messages, List<Rejected> rejected) {
    var deliveries = new ArrayList<Delivery>();
    if (!rejected.isEmpty()) {
      deliveries.add(Delivery.ofRejected(mark, rejected));
    }
    if (routes.isEmpty() && !messages.isEmpty()) {
      deliveries.add(new Delivery(Delivery.MAIN, mark, messages));
      return deliveries;
    }
    var ways = new LinkedHashMap<String, List<Message>>();
    for (var message : messages) {
      ways.computeIfAbsent(way(message), _ -> new ArrayList<>()).add(message);
    }
    ways.forEach((way, part) -> deliveries.add(new Delivery(way, mark, part)));
    return deliveries;
  }

  private List<Delivery> inOrder(Batch batch) {
    var culprit =
        batch.rejected().stream().min(Comparator.comparing(record -> record.message().index()));
    var messages =
        batch.messagesOf(culprit.map(record -> record.message().index()).orElse(batch.received()));
    var deliveries = runs(batch.mark(), messages);
    culprit.map(List::of).ifPresent(one -> deliveries.add(Delivery.ofRejected(batch.mark(), one)));
    return deliveries;
  }

  private List<Delivery> runs(Mark mark, List<Message> messages) {
    var deliveries = new ArrayList<Delivery>();
    int start = 0;
    for (int i = 1; i <= messages.size(); i++) {
      var way = way(messages.get(start));
      if (i == messages.size() || !way(messages.get(i)).equals(way)) {
        deliveries.add(new Delivery(way, mark, messages.subList(start, i)));
        start = i;
      }
    }
    return deliveries;
  }

  private List<Delivery> once(Batch batch) {
    int end = stopsAtRejected ? firstRejected(batch) : batch.received();
    var mark = end == batch.received() ? batch.mark() : batch.mark().first(end);
    var messages = new LinkedHashMap<String, List<Message>>();
    for (var message : batch.messagesOf(end)) {
      messages.computeIfAbsent(way(message), _ -> new ArrayList<>()).add(message);
    }
    var main = Optional.ofNullable(messages.remove(Delivery.MAIN)).orElse(List.of());
    var deliveries = new ArrayList<Delivery>();
    messages.forEach((way, part) -> deliveries.add(new Delivery(way, mark, part)));
    deliveries.add(new Delivery(Delivery.MAIN, mark, main));
    if (!batch.rejected().isEmpty()) {
      var rejected = Delivery.ofRejected(batch.mark(), batch.rejected());
      deliveries.add(stopsAtRejected ? deliveries.size() : 0, rejected);
    }
    return deliveries;
  }

  private static int firstRejected(Batch batch) {
    return batch.rejected().stream()
        .mapToInt(record -> record.message().index())
        .min()
        .orElse(batch.received());
  }

  /// The route of a message's sink.
  String way(Message message) {
    return routes.isEmpty()
        ? Delivery.MAIN
        : message.destination().map(this::way).orElse(Delivery.MAIN);
  }

  /// A route is a whole part of the manifest: it is compared with others once, and not a message.
  private String way(Destination destination) {
    return ways.computeIfAbsent(destination, routes::get);
  }
}
