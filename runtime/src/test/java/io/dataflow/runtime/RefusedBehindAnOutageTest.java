package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.Servers;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/// A row that a sink refuses is in the error sink before the position passes it, also when the sink
/// was away before, and when the flow is told to stop meanwhile.
class RefusedBehindAnOutageTest {
  private static final String WAITING =
      "SELECT pid FROM pg_locks WHERE NOT granted AND relation = '%s'::regclass AND pid <> %s";

  private final OnceTables tables = OnceTables.fresh(0);
  private final TestTable errors = TestTable.fresh("error jsonb, original_message jsonb");

  private String flow() {
    tables.out().table().run("ALTER TABLE %s ADD CHECK (n <> 77)");
    return tables.flow(
        "pollInterval: 0",
        """
        errors: {type: postgresql, config: %s}
        terminationGracePeriodSeconds: 6
        """
            .formatted(errors.config()));
  }

  /// Adds rows while the sink's table is locked, and cuts the first try to write them; the second
  /// one waits for the lock.
  private void addWhileItIsAway() {
    tables.add(0, 100);
    var first = waiting("0");
    TestTable.value("SELECT pg_terminate_backend(" + first + ")");
    waiting(first);
  }

  @Test
  void aRowThatIsRefusedBehindAnOutageGoesToTheErrorSink() throws Exception {
    var flow = flow();
    try (var holder = Servers.postgresql().connection("postgres");
        var statement = holder.createStatement();
        var run = TestFlow.start(flow)) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE " + tables.out().table().name() + " IN ACCESS EXCLUSIVE MODE");
      addWhileItIsAway();
      holder.commit();
      TestFlow.await(() -> run.counters().acknowledged() == 100);
    }
    assertThat(tables.out().table().column("n")).hasSize(99).doesNotHaveDuplicates();
    assertThat(errors.count()).isEqualTo(1);
  }

  @Test
  void aRowThatIsRefusedInAStopIsInTheErrorSinkAfterTheNextStart() throws Exception {
    var flow = flow();
    try (var holder = Servers.postgresql().connection("postgres");
        var statement = holder.createStatement();
        var run = TestFlow.start(flow)) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE " + tables.out().table().name() + " IN ACCESS EXCLUSIVE MODE");
      addWhileItIsAway();
      var stop = Thread.ofPlatform().start(run::close);
      TestFlow.await(RefusedBehindAnOutageTest::isStopping);
      holder.commit();
      stop.join();
    }
    assertThat(TestFlow.runUntilIdle(flow).failure()).isEmpty();
    assertThat(tables.out().table().column("n")).hasSize(99).doesNotHaveDuplicates();
    assertThat(errors.count()).isPositive();
  }

  private String waiting(String before) {
    var sql = WAITING.formatted(tables.out().table().name(), before);
    TestFlow.await(() -> TestTable.value(sql).isPresent());
    return TestTable.value(sql).orElseThrow();
  }

  private static boolean isStopping() {
    try {
      var server = ManagementFactory.getPlatformMBeanServer();
      for (var name : server.queryNames(new ObjectName("org.apache.camel:type=context,*"), null)) {
        if (!server.getAttribute(name, "State").equals("Started")) {
          return true;
        }
      }
      return false;
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
