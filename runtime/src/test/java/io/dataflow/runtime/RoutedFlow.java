package io.dataflow.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A flow from a topic of numbered records through a router: `sink:main` gets those whose `way` is
/// 0, and the routes those of the ways 1, 2, … Its records change the way every few numbers. A step
/// behind the router rejects what is not JSON.
///
/// @param sinks the main sink and the routes', in their order
record RoutedFlow(Topic in, List<NumberedSink> sinks) {
  private static final int RUN = 7;

  /// A record that neither a column `v int` nor a topic of small records takes.
  private static final String POISON = '"' + Topic.noise(4000) + '"';

  static RoutedFlow to(List<NumberedSink> sinks) {
    return new RoutedFlow(Topic.fresh(1), sinks);
  }

  /// Which sink the record belongs into.
  int way(int id) {
    return id / RUN % sinks.size();
  }

  void send(int records, List<Integer> culprits) {
    in.send(
        IntStream.range(0, records)
            .mapToObj(id -> body(id, culprits.contains(id)))
            .toArray(String[]::new));
  }

  private String body(int id, boolean bad) {
    return "{\"id\":%d,\"way\":%d,\"v\":%s}".formatted(id, way(id), bad ? POISON : id);
  }

  /// Its manifest.
  ///
  /// @param more further fields of the spec
  String spec(String more) {
    var routes = new ArrayList<String>();
    for (int way = 1; way < sinks.size(); way++) {
      routes.add("{condition: $.way == %d, sink: %s}".formatted(way, sinks.get(way).sink()));
    }
    return """
    source: {type: kafka, config: {brokers: [%1$s], topic: %2$s, consumerGroup: g-%2$s}}
    transformations:
      - {type: router, config: {routes: %3$s}}
      - {type: remove, config: {fields: [card]}}
    sink: %4$s
    %5$s
    """
        .formatted(Topic.brokers(), in.name(), routes, sinks.getFirst().sink(), more);
  }

  /// Where the consumer group goes on.
  long position() {
    return in.committed("g-" + in.name());
  }

  /// The name of the sink that the record belongs into: `sink:route-0`.
  String stage(int id) {
    return way(id) == 0 ? "sink:main" : "sink:route-" + (way(id) - 1);
  }

  /// What is in each sink.
  List<List<Integer>> held() {
    return sinks.stream().map(NumberedSink::ids).toList();
  }

  /// What belongs into each sink of the records before this one.
  List<List<Integer>> before(int end) {
    var ways =
        IntStream.range(0, end)
            .boxed()
            .collect(Collectors.groupingBy(this::way, TreeMap::new, Collectors.toList()));
    return IntStream.range(0, sinks.size())
        .mapToObj(way -> ways.getOrDefault(way, List.of()))
        .toList();
  }
}
