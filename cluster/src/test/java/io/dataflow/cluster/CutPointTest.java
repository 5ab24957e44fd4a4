package io.dataflow.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// The operator is killed right after each single write that making or deleting a flow takes, and
/// started again: what comes of it is the same as if nothing had happened.
class CutPointTest {
  private static final Duration QUIET = Duration.ofMillis(1000);
  private static final int MOST = 40;

  private final LightSystem system = LightSystem.shared();
  private final String namespace = system.plane().freshNamespace();

  private Flow flow(String name) {
    return system.flow(namespace, name);
  }

  private boolean isQuiet() {
    return system.proxy().isQuietFor(QUIET);
  }

  private Flow undisturbed() {
    system.proxy().disarm();
    var flow = flow("undisturbed").apply(LightFlow.SPEC);
    flow.until("rest", () -> flow.isSettled() && isQuiet());
    return flow;
  }

  /// Kills the operator after the N-th write of what `work` starts; tells whether there were so
  /// many. The operator runs again afterwards.
  private boolean cut(int after, Flow flow, Runnable work, BooleanSupplier done) {
    system.proxy().arm(after, system.operator()::kill);
    work.run();
    flow.until("the cut or rest", () -> system.proxy().isCut() || done.getAsBoolean() && isQuiet());
    var happened = system.proxy().isCut();
    system.proxy().disarm();
    system.operator().start();
    flow.until("rest after write " + after, () -> done.getAsBoolean() && isQuiet());
    return happened;
  }

  @Test
  void afterEachWriteItIsKilledAndNothingIsDifferent() {
    flow("any").secret("shop", "url", "postgres://db/shop");
    var whole = ObjectSnapshot.of(undisturbed());
    int makes = 0;
    int deletes = 0;
    boolean more = true;
    for (int after = 1; more && after < MOST; after++) {
      var flow = flow("cut-" + after);
      var made = cut(after, flow, () -> flow.apply(LightFlow.SPEC), flow::isSettled);
      assertThat(ObjectSnapshot.of(flow))
          .as("made with a cut after write " + after)
          .isEqualTo(whole);
      var deleted = cut(after, flow, flow::delete, () -> flow.object().isEmpty());
      flow.until("nothing left", () -> flow.belongings().isEmpty());
      makes += made ? 1 : 0;
      deletes += deleted ? 1 : 0;
      more = made || deleted;
    }
    System.out.println("cut after each of " + makes + " writes, and of " + deletes);
    assertThat(makes).isBetween(8, MOST - 2);
    assertThat(deletes).isBetween(5, MOST - 2);
  }
}
