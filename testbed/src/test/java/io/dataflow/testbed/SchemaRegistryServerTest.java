package io.dataflow.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.registry.SchemaRegistryServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaRegistryServerTest {
  @Test
  void keepsItsSchemasOverAKill() {
    try (var registry = SchemaRegistryServer.start()) {
      var id = registry.register("orders-value", "\"string\"");
      registry.kill();
      registry.restart();
      assertThat(registry.get("/schemas/ids/" + id).body()).contains("string");
      var unknown = registry.get("/schemas/ids/4711");
      assertThat(List.of(unknown.statusCode(), unknown.body()).toString()).contains("404", "40403");
    }
  }
}
