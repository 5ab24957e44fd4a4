package io.dataflow.runtime.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.SourceConnector;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.CapturedOutput;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Neither a login nor a record's values are to be found anywhere but in the batches.
public interface SourceSecretsContract extends SourceCases {

  private static void addAll(CapturedOutput said, SourceConnector connector) {
    said.add(connector.toString());
    said.add(connector.type() + connector.template());
    said.add(connector.parameters().toString());
    said.add(connector.beans().toString());
  }

  @Case("a login is not in parameters, beans, endpoints and routes, nor in the log at `debug`")
  default void aLoginIsNotToBeSeen() throws UnavailableException {
    var guarded = source().guarded();
    guarded.origin().addNumbered(1, 10);
    try (var said = new CapturedOutput()) {
      try (var route = route(guarded.origin()).start()) {
        route.until(10);
        addAll(said, route.connector());
        said.add(route.seen());
      }
      assertThat(said.size()).isPositive();
      assertThat(said.holding(guarded.secrets())).isEmpty();
    }
  }

  @Case("a wrong password is not in the exception, its causes and the log")
  default void aWrongPasswordIsNotTold() throws UnavailableException {
    var guarded = source().wrongPassword("wrong-" + Records.CANARY);
    try (var said = new CapturedOutput()) {
      try (var route = route(guarded.origin())) {
        addAll(said, route.connector());
        route.start().untilFailed();
        route.reports().failures().forEach(said::add);
        said.add(route.seen());
      } catch (FlowException e) {
        said.add(e);
      }
      assertThat(said.size()).isPositive();
      assertThat(said.holding(List.of(Records.CANARY))).isEmpty();
    }
  }

  @Case("values of records are not in the log, not when the flow refuses them either")
  default void valuesAreNotTold() throws UnavailableException {
    var origin = source().origin(PLAIN);
    origin.add("{\"id\":1,\"note\":\"" + Records.CANARY + "\"}");
    try (var said = new CapturedOutput()) {
      var refused = new CountDownLatch(1);
      try (var route = route(origin)) {
        route.taking(
            batch -> {
              refused.countDown();
              throw new IllegalStateException("the flow has failed");
            });
        route.start();
        route.until("the record", () -> refused.getCount() == 0);
        route.reports().failures().forEach(said::add);
      }
      read(origin, 1);
      assertThat(said.size()).isPositive();
      assertThat(said.holding(List.of(Records.CANARY))).isEmpty();
    }
  }
}
