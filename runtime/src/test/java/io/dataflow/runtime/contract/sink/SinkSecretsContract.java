package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SinkConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.CapturedOutput;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import java.util.List;

/// Neither a login nor a record's values are to be found anywhere but in the sink.
public interface SinkSecretsContract extends SinkCases {

  private static void addAll(CapturedOutput said, SinkConnector connector) {
    said.add(connector.toString());
    said.add(connector.type() + connector.template());
    said.add(connector.parameters().toString());
    said.add(connector.beans().toString());
  }

  @Case("a login is not in parameters, beans, endpoints and routes")
  default void aLoginIsNotToBeSeen() throws UnavailableException {
    var guarded = sink().guarded();
    try (var said = new CapturedOutput();
        var route = open(guarded.target())) {
      addAll(said, route.connector());
      said.add(route.seen());
      assertThat(route.seen()).contains(sink().type());
      assertThat(said.holding(guarded.secrets())).isEmpty();
    }
  }

  @Case("a login is not in the log at the level `debug` while the sink works")
  default void aLoginIsNotLogged() throws UnavailableException {
    var guarded = sink().guarded();
    try (var said = new CapturedOutput()) {
      writeAll(guarded.target(), Records.numbered(1, 10));
      assertThat(said.holding(guarded.secrets())).isEmpty();
    }
  }

  @Case("a wrong password is not in the exception, its causes and the log")
  default void aWrongPasswordIsNotTold() throws UnavailableException {
    var guarded = sink().wrongPassword("wrong-" + Records.CANARY);
    try (var said = new CapturedOutput();
        var route = new SinkRoute(sink().type(), guarded.target())) {
      addAll(said, route.connector());
      try {
        route.open();
        throw new AssertionError("the password is right");
      } catch (FlowException e) {
        said.add(e);
      }
      assertThat(said.size()).isPositive();
      assertThat(said.holding(List.of(Records.CANARY))).isEmpty();
    }
  }

  @Case("values of records that are refused are not in the log, the exception or its causes")
  default void valuesAreNotTold() throws UnavailableException {
    try (var said = new CapturedOutput();
        var route = open(sink().strict())) {
      var outcome =
          route.write(
              Records.messages(
                  "{\"id\":1,\"note\":\"" + Records.CANARY + "\"}",
                  sink().poison(0, 2, Records.CANARY),
                  sink().poison(1, 3, Records.CANARY)));
      outcome.reasons().forEach(said::add);
      said.add(outcome.failure().orElseThrow());
      assertThat(said.size()).isPositive();
      assertThat(said.holding(List.of(Records.CANARY))).isEmpty();
    }
  }
}
