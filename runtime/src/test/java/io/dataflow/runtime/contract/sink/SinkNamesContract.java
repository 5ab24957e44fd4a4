package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.json.JsonScalar;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Field.Kind;
import io.dataflow.runtime.contract.Records;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names are names, whatever characters they have.
public interface SinkNamesContract extends SinkCases {
  @Case("fields whose names need quotes, or are words of the server's language")
  default void fieldsOfAnyNameArrive() throws UnavailableException {
    var fields = Records.NAMES.stream().map(name -> new Field(name, Kind.TEXT)).toList();
    var target = sink().target(Stream.concat(Stream.of(Field.ID), fields.stream()).toList());
    var body =
        Records.NAMES.stream()
            .map(name -> JsonScalar.of(name) + ":" + JsonScalar.of("value of " + name))
            .collect(Collectors.joining(",", "{\"id\":1,", "}"));
    writeAll(target, body);
    var stored = target.records().getFirst();
    for (var name : Records.NAMES) {
      assertThat(stored.text(name)).isEqualTo("value of " + name);
    }
  }

  @Case(
      value = "upper and lower case make different fields",
      needs = Capability.CASE_SENSITIVE_NAMES)
  default void caseMakesADifference() throws UnavailableException {
    var target =
        sink()
            .target(List.of(Field.ID, new Field("Name", Kind.TEXT), new Field("name", Kind.TEXT)));
    writeAll(target, "{\"id\":1,\"Name\":\"upper\",\"name\":\"lower\"}");
    assertThat(target.records().getFirst().text("Name")).isEqualTo("upper");
    assertThat(target.records().getFirst().text("name")).isEqualTo("lower");
  }

  @Case(value = "a target in a schema, named `schema.table`", needs = Capability.SCHEMAS)
  default void aTargetLiesInASchema() throws UnavailableException {
    var target = sink().inSchema();
    assertThat(target.name()).contains(".");
    writeAll(target, "{\"id\":1,\"note\":\"x\"}");
    assertThat(target.ids()).containsExactly(1);
  }
}
