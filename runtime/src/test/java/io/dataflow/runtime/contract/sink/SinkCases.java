package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.message.Message;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Contract;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Records;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the cases of all subjects start from.
public interface SinkCases extends Contract {
  /// `id` and `note`.
  List<Field> PLAIN = List.of(Field.ID, Field.NOTE);

  /// The connector's server.
  SinkFixture sink();

  @Override
  default Map<Capability, String> without() {
    return sink().without();
  }

  /// A route that writes the target.
  default SinkRoute open(SinkTarget target, String... settings) throws UnavailableException {
    return new SinkRoute(sink().type(), target, settings).open();
  }

  /// Writes one delivery by a connector of its own; nothing may stay pending.
  default Outcome write(SinkTarget target, List<Message> messages) throws UnavailableException {
    try (var route = open(target)) {
      var outcome = route.write(messages);
      assertThat(outcome.pending()).as("%s", outcome.failure()).isEmpty();
      return outcome;
    }
  }

  /// The same for records none of which may be rejected.
  default void writeAll(SinkTarget target, List<Message> messages) throws UnavailableException {
    assertThat(write(target, messages).reasons()).isEmpty();
  }

  /// The same for these bodies.
  default void writeAll(SinkTarget target, String... bodies) throws UnavailableException {
    writeAll(target, Records.messages(bodies));
  }

  /// The numbers from one to another, both included.
  static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }
}
