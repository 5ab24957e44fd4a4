package io.dataflow.runtime.postgresql.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dataflow.runtime.TestTable;
import io.dataflow.runtime.checkpoint.MemoryCheckpointStore;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.source.SourceRoute;
import io.dataflow.testbed.Servers;
import org.junit.jupiter.api.Test;

/// What is not set up says what there is to do.
class SetupErrorsTest {
  private static FollowedTable table(String more) {
    return FollowedTable.fresh("id int PRIMARY KEY, note text", more);
  }

  private static String refusal(FollowedTable table, MemoryCheckpointStore positions) {
    try (var route = new SourceRoute("postgresql-cdc", table, positions)) {
      return catchThrowableOfType(FlowException.class, route::start).getMessage();
    }
  }

  private static String refusal(FollowedTable table) {
    return refusal(table, new MemoryCheckpointStore());
  }

  @Test
  void aMissingSlotThatIsNotToBeMade() {
    assertThat(refusal(table(", createSlotIfNotExists: false")))
        .startsWith("spec.source.config.slotName: the slot `")
        .contains("does not exist", "pg_create_logical_replication_slot", "createSlotIfNotExists");
  }

  @Test
  void aMissingPublicationThatIsNotToBeMade() {
    var table = table(", createPublicationIfNotExists: false");
    assertThat(refusal(table))
        .startsWith("spec.source.config.publicationName: the publication `")
        .contains("does not exist. Create it: `CREATE PUBLICATION");
  }

  @Test
  void aPublicationThatTheUserMayNotMake() {
    var table = table("");
    var user = Servers.freshName("user");
    Servers.postgresql().createUser(user, "p");
    table.run("GRANT SELECT ON %s TO " + user);
    table.run("ALTER ROLE " + user + " REPLICATION");
    assertThat(refusal(table.as(user, "p")))
        .contains("may not create it. Let the tables' owner do it: `CREATE PUBLICATION");
  }

  @Test
  void aUserWithoutReplication() {
    var table = table("");
    var user = Servers.freshName("user");
    Servers.postgresql().createUser(user, "p");
    table.run("GRANT SELECT ON %s TO " + user);
    table.run("CREATE PUBLICATION " + table.slot() + " FOR TABLE %s");
    assertThat(refusal(table.as(user, "p")))
        .contains("permission denied", "`ALTER ROLE … REPLICATION`");
  }

  @Test
  void aPublicationWithoutTheTable() {
    var table = table("");
    table.run("CREATE PUBLICATION " + table.slot());
    assertThat(refusal(table))
        .contains("does not have `" + table.name() + "`", "ALTER PUBLICATION", "ADD TABLE");
  }

  @Test
  void aTableWhoseRowsCannotBeFoundAgain() {
    var table = FollowedTable.fresh("id int", "");
    assertThat(refusal(table))
        .startsWith("spec.source.config.tables: `" + table.name() + "` has no primary key")
        .contains("REPLICA IDENTITY FULL");
  }

  @Test
  void aSlotOfAnotherPlugin() {
    var table = table("");
    table.run("SELECT pg_create_logical_replication_slot('" + table.slot() + "', 'test_decoding')");
    assertThat(refusal(table)).contains("output plugin `test_decoding`");
  }

  @Test
  void aSlotThatIsGone() throws UnavailableException {
    var table = table("");
    var positions = new MemoryCheckpointStore();
    table.run("INSERT INTO %s VALUES (1, 'a')");
    try (var route = new SourceRoute("postgresql-cdc", table, positions).start()) {
      route.until(1);
    }
    TestTable.value("SELECT pg_drop_replication_slot('" + table.slot() + "')::text");
    assertThat(refusal(table, positions)).contains("is gone", "checkpointReset: true");
  }
}
