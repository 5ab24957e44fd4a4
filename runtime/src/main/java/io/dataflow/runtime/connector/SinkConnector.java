package io.dataflow.runtime.connector;

import io.dataflow.api.json.JsonObject;
import java.util.Optional;

/// One sink as the flow's routes need it: a route template with its parameters and beans. The
/// template's route takes from `direct:<route id>` an exchange whose body is a [Delivery].
public interface SinkConnector extends RouteConnector {
  /// Connects, so that what can never work is said before the first record is read.
  ///
  /// @throws FlowException when writing will never be possible
  /// @throws UnavailableException when it may be later
  void open() throws UnavailableException;

  /// Makes this processor the one that stores the source's position with the records, and tells
  /// what is stored. What an earlier processor has in hand is not written any more. Only of a sink
  /// that [stores the position][SinkContext#storesPosition], and for a source of one partition.
  ///
  /// @throws FlowException when another processor has taken over since this one did
  default Optional<JsonObject> takeOver() throws UnavailableException {
    return Optional.empty();
  }
}
