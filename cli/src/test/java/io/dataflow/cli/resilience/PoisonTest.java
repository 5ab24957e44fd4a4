package io.dataflow.cli.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonTest {
  @TempDir private Path folder;

  @Test
  void oneRecordInTenThousandCostsOnlyItself() {
    var topic = NumberTopic.fresh(3);
    var table = NumberTable.keyless();
    var bodies = new ArrayList<>(LongStream.range(0, 10_000).mapToObj(NumberTopic::body).toList());
    bodies.set(4_711, "{\"seq\":\"no number\",\"text\":\"poison\"}");
    topic.send(bodies);
    var manifest =
        Manifest.of(Manifest.topic(topic.server(), topic.name()), table.connector())
            .withErrors(table.errors())
            .in(folder);
    try (var run = ProcessorProcess.run(manifest, "--until-idle", "2s")) {
      assertThat(run.end()).as(run.output()).isZero();
      assertThat(run.output()).contains("read 10,000", "main 9,999", "dead letters 1");
    }
    assertThat(table.rows()).isEqualTo(9_999);
    assertThat(table.distinct()).isEqualTo(9_999);
    assertThat(table.column("SELECT original_message::text FROM errors"))
        .containsExactly("{\"seq\": \"no number\", \"text\": \"poison\"}");
    assertThat(table.column("SELECT error->>'message' FROM errors"))
        .singleElement()
        .asString()
        .contains("`seq`", "bigint")
        .doesNotContain("no number");
    assertThat(table.column("SELECT (error->'metadata') ?& '{topic,partition,offset}' FROM errors"))
        .containsExactly("t");
  }
}
