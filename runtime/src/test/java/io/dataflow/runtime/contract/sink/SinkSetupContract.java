package io.dataflow.runtime.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Capability;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.ConnectorFactories;
import io.dataflow.runtime.contract.Field;
import io.dataflow.runtime.contract.Field.Kind;
import io.dataflow.runtime.contract.Records;
import io.dataflow.testbed.server.Await;
import java.time.Duration;

/// What can never work is said before the first record, with its remedy.
public interface SinkSetupContract extends SinkCases {
  /// The message of the refusal to open.
  private String refusal(SinkTarget target) {
    try (var route = new SinkRoute(sink().type(), target)) {
      var thrown = new Throwable[1];
      assertThatThrownBy(route::open)
          .isInstanceOf(FlowException.class)
          .hasMessageStartingWith(ConnectorFactories.STAGE)
          .satisfies(e -> thrown[0] = e);
      return thrown[0].getMessage();
    }
  }

  @Case("a target that is not there is named, and what to do")
  default void aMissingTargetIsNamed() {
    var missing = sink().missing();
    assertThat(refusal(missing)).contains(missing.name(), "does not exist", "Create it");
  }

  @Case("a wrong password is a setting that is wrong, and is not told")
  default void aWrongPasswordIsSaid() {
    var guarded = sink().wrongPassword("wrong-" + Records.CANARY);
    assertThat(refusal(guarded.target())).contains("Correct").doesNotContain(Records.CANARY);
  }

  @Case("a login without the right to write is refused before the first record")
  default void aMissingRightIsSaid() {
    assertThat(refusal(sink().forbidden().target()))
        .containsAnyOf("may not", "not allowed")
        .containsAnyOf("GRANT", "Give");
  }

  @Case("a login with the right to write, and no more, is enough")
  default void theRightToWriteIsEnough() throws UnavailableException {
    var target = sink().guarded().target();
    writeAll(target, Records.numbered(1, 10));
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 10));
  }

  @Case(
      value = "a field that is added while the flow runs is written soon after, without a restart",
      needs = Capability.FIXED_FIELDS)
  default void aFieldThatIsAddedLaterIsWritten() throws UnavailableException {
    var target = sink().target(PLAIN);
    var later = "{\"id\":11,\"later\":\"y\"}";
    try (var route = open(target)) {
      assertThat(route.write(Records.numbered(1, 9)).failure()).isEmpty();
      sink().addField(target, new Field("later", Kind.TEXT));
      assertThat(route.write(Records.messages(Records.body(10))).failure()).isEmpty();
      Await.until(
          "the field",
          Duration.ofMinutes(1),
          () -> route.write(Records.messages(later)).rejected().isEmpty());
    }
    assertThat(target.ids()).isEqualTo(SinkCases.numbers(1, 11));
    assertThat(target.records().getLast().text("later")).isEqualTo("y");
  }

  @Case("a connector that was never opened can be closed, and an open one twice")
  default void closingIsAlwaysPossible() throws UnavailableException {
    var target = sink().target(PLAIN);
    new SinkRoute(sink().type(), target).close();
    var route = open(target);
    route.close();
    route.connector().close();
  }
}
