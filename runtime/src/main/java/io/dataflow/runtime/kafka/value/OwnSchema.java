package io.dataflow.runtime.kafka.value;

import io.dataflow.api.connector.AvroSchema;
import io.dataflow.runtime.connector.FlowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.avro.Schema;

/// The schema that a flow brings itself.
final class OwnSchema {
  private OwnSchema() {}

  /// @param connector whose it is, as messages name it
  /// @throws FlowException when the file holds none
  static Optional<Schema> of(
      String connector, Optional<AvroSchema> written, Optional<String> file) {
    return written
        .or(() -> file.map(it -> read(connector, it)))
        .map(it -> new Schema.Parser().parse(it.text()));
  }

  private static AvroSchema read(String connector, String file) {
    try {
      return AvroSchema.parse(Files.readString(Path.of(file.strip())));
    } catch (IOException | InvalidPathException e) {
      throw new FlowException(
          connector
              + ": `avroSchemaFile` is no file that can be read. Mount it, or correct the path.",
          e);
    } catch (IllegalArgumentException e) {
      throw new FlowException(connector + ": the file of `avroSchemaFile` " + e.getMessage(), e);
    }
  }
}
