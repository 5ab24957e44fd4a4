package io.dataflow.runtime.connector;

import java.util.List;
import java.util.function.DoubleSupplier;

/// One source as the flow's routes need it: a route template with its parameters and beans. The
/// template's route sends each read to `direct:flow` as an exchange whose body is a [Batch], on the
/// thread that reads, and reads on when that call has returned.
public interface SourceConnector extends RouteConnector {
  /// A number that a source knows of its server, for metrics: `dataflow_connector_<name>`.
  ///
  /// @param labels names and values in turn, behind those of the source
  /// @param value asked at each scrape, by any thread; NaN when it is not known
  record Gauge(String name, String help, List<String> labels, DoubleSupplier value) {}

  /// Looks whether reading is possible at all.
  ///
  /// @throws FlowException when it never will be
  /// @throws UnavailableException when it may be later
  void check() throws UnavailableException;

  /// How many messages are read and wait for the flow; any thread may ask.
  default long waiting() {
    return 0;
  }

  /// What it knows of its server besides what every source has, for metrics.
  default List<Gauge> gauges() {
    return List.of();
  }

  /// Ends whatever the template's route does not end itself; called after the route has stopped and
  /// the last acknowledgements are in. The positions are made durable after that, by their store.
  @Override
  void close();
}
