package io.dataflow.runtime.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Case;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.StoredRecord;

/// What can never work is said, with its remedy.
public interface SourceSetupContract extends SourceCases {
  /// Why the source cannot be read: said by the look before, or by the first read.
  private String refusal(SourceOrigin origin) throws UnavailableException {
    try (var route = route(origin).start()) {
      return route.untilFailed();
    } catch (FlowException e) {
      return e.getMessage();
    }
  }

  @Case("an origin that is not there is named, and what to do")
  default void aMissingOriginIsNamed() throws UnavailableException {
    var missing = source().missing();
    assertThat(refusal(missing)).contains("source", missing.name(), "Create it", "orrect");
  }

  @Case("a wrong password is a setting that is wrong, and is not told")
  default void aWrongPasswordIsSaid() throws UnavailableException {
    assertThat(refusal(source().wrongPassword("wrong-" + Records.CANARY).origin()))
        .contains("Correct")
        .doesNotContain(Records.CANARY);
  }

  @Case("a login without the right to read is refused, and says what to give it")
  default void aMissingRightIsSaid() throws UnavailableException {
    assertThat(refusal(source().forbidden().origin()))
        .contains("source")
        .containsAnyOf("may not", "not allowed", "permission denied")
        .containsAnyOf("GRANT", "Give", "grant");
  }

  @Case("a login with the right to read, and no more, is enough")
  default void theRightToReadIsEnough() throws UnavailableException {
    var origin = source().guarded().origin();
    origin.addNumbered(1, 10);
    assertThat(read(origin, 10))
        .extracting(StoredRecord::id)
        .containsExactlyElementsOf(SourceCases.numbers(1, 10));
  }
}
