package io.dataflow.runtime.contract.sink;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of a delivery.
///
/// @param pending what is neither known to be written nor rejected
/// @param rejected the records at fault
/// @param failure what the sink's route ended with
public record Outcome(List<Message> pending, List<Rejected> rejected, Optional<Throwable> failure) {

  /// What the route ended with, as far as it is of this kind: Camel puts exceptions into others.
  public <T extends Throwable> Optional<T> failure(Class<T> kind) {
    return Stream.iterate(failure.orElse(null), Objects::nonNull, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  /// Why records were rejected.
  public List<String> reasons() {
    return rejected.stream().map(Rejected::reason).toList();
  }

  /// The bodies of the rejected records.
  public List<String> rejectedBodies() {
    return rejected.stream()
        .map(each -> new String(each.message().original(), StandardCharsets.UTF_8))
        .toList();
  }
}
