package io.dataflow.runtime.flow;

import io.dataflow.runtime.connector.Delivery;

/// What a sink of a flow is called.
///
/// @param route the id of its Camel route, which messages name: `sink:main`, `sink:route-0`,
///     `sink:errors`
record SinkName(String route) {
  private static final String PREFIX = "sink:";

  /// Of the sink of a router's route.
  ///
  /// @param number of the routes of all routers, from 0, in the order of the manifest
  static SinkName ofRoute(int number) {
    return new SinkName(PREFIX + "route-" + number);
  }

  /// The short form, for counters and metrics: `main`, `route-0`, `errors`.
  String brief() {
    return route.substring(PREFIX.length());
  }

  boolean isMain() {
    return route.equals(Delivery.MAIN);
  }

  boolean isErrors() {
    return route.equals(Delivery.ERRORS);
  }
}
