package io.dataflow.runtime.contract.trino;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.ServerProxy;
import io.dataflow.runtime.contract.sink.SinkRoute;
import io.dataflow.testbed.proxy.Act;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.proxy.TrinoWire;
import io.dataflow.testbed.trino.TrinoServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A coordinator that is killed forgets its statements; the tables of Iceberg remember them.
class TrinoCrashTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void aStatementWhoseAnswerWasLostIsFoundInTheHistoryOfItsTable() throws Exception {
    try (var server = TrinoServer.start();
        var proxy = new ServerProxy(0, server.port(), TrinoWire::new)) {
      server.run("CREATE TABLE iceberg.shop.t (id bigint, note varchar)");
      var config = TrinoSite.config(server.url(proxy.port()), TrinoSite.ICEBERG, "t");
      var table = new TableTarget("t", "iceberg.shop.t", config, List.of(), "");
      try (var route = new SinkRoute("trino", table).open()) {
        var trap = proxy.trap(Moment.after(Act.COMMIT));
        var written =
            CompletableFuture.supplyAsync(() -> route.writeUntilDone(Records.numbered(1, 10)));
        assertThat(trap.await(LIMIT)).isTrue();
        proxy.takeDown();
        trap.cut();
        server.kill();
        server.restart();
        proxy.bringUp();
        assertThat(written.join().failure()).isEmpty();
        assertThat(route.write(Records.numbered(11, 12)).failure()).isEmpty();
      }
      var count = TrinoSite.rows(server, "SELECT count(*), count(DISTINCT id) FROM iceberg.shop.t");
      assertThat(count.getFirst()).hasToString("[12,12]");
    }
  }
}
