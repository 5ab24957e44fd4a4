package io.dataflow.runtime.contract.source;

import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.CheckpointStore;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Contract;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the cases of all subjects start from.
public interface SourceCases extends Contract {
  /// `id` and `note`.
  List<Field> PLAIN = List.of(Field.ID, Field.NOTE);

  /// The connector's server.
  SourceFixture source();

  @Override
  default Map<Capability, String> without() {
    return source().without();
  }

  /// A route that reads the origin from its start, or from where the origin keeps its position.
  default SourceRoute route(SourceOrigin origin) {
    return route(origin, new MemoryCheckpointStore());
  }

  /// A route that goes on where another with the same store has ended.
  default SourceRoute route(SourceOrigin origin, CheckpointStore checkpoints) {
    return new SourceRoute(source().type(), origin, checkpoints);
  }

  /// Reads that many records and stops.
  default List<StoredRecord> read(SourceOrigin origin, int count) throws UnavailableException {
    try (var route = route(origin).start()) {
      return route.until(count).records();
    }
  }

  /// The numbers from one to another, both included.
  static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }
}
