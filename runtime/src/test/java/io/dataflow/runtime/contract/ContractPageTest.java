package io.dataflow.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.contract.clickhouse.ClickhouseSinkContractTest;
import io.dataflow.runtime.contract.kafka.KafkaSinkContractTest;
import io.dataflow.runtime.contract.kafka.KafkaSourceContractTest;
import io.dataflow.runtime.contract.postgresql.PostgresqlCdcContractTest;
import io.dataflow.runtime.contract.postgresql.PostgresqlSinkContractTest;
import io.dataflow.runtime.contract.postgresql.PostgresqlSourceContractTest;
import io.dataflow.runtime.contract.sink.SinkContract;
import io.dataflow.runtime.contract.source.SourceContract;
import io.dataflow.runtime.contract.trino.TrinoSinkContractTest;
import io.dataflow.runtime.contract.trino.TrinoSourceContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of the cases says what the code says: none is left out, none is skipped in silence.
class ContractPageTest {
  private static final Path PAGE = Path.of("../docs/contract-tests.md");
  private static final String GENERATED = "<!-- From here on generated: ";
  private static final String HOW =
      GENERATED + "`mvn -pl runtime -am test -Dtest=ContractPageTest -Dregenerate` -->\n";

  private static final ContractPage SINKS =
      new ContractPage(
          "Sinks",
          SinkContract.class,
          sorted(
              Map.of(
                  "clickhouse", new ClickhouseSinkContractTest(),
                  "kafka", new KafkaSinkContractTest(),
                  "postgresql", new PostgresqlSinkContractTest(),
                  "trino", new TrinoSinkContractTest())));
  private static final ContractPage SOURCES =
      new ContractPage(
          "Sources",
          SourceContract.class,
          sorted(
              Map.of(
                  "kafka", new KafkaSourceContractTest(),
                  "postgresql", new PostgresqlSourceContractTest(),
                  "postgresql-cdc", new PostgresqlCdcContractTest(),
                  "trino", new TrinoSourceContractTest())));

  private static Map<String, Contract> sorted(Map<String, Contract> connectors) {
    return new TreeMap<>(connectors);
  }

  @Test
  void thePageSaysWhatTheCodeSays() throws IOException {
    var text = HOW + "\n" + SINKS.text() + "\n" + SOURCES.text();
    var page = Files.readString(PAGE);
    var expected = page.substring(0, page.indexOf(GENERATED)) + text;
    if (System.getProperty("regenerate") != null) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/contract-tests.md is not what the code says: run it with -Dregenerate")
        .isEqualTo(expected);
  }

  @Test
  void theContractsAreWide() {
    assertThat(SINKS.cases()).hasSizeGreaterThanOrEqualTo(35);
    assertThat(SOURCES.cases()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void whatAConnectorIsWithoutIsNeededByACase() {
    var needed = EnumSet.noneOf(Capability.class);
    Stream.of(SINKS, SOURCES)
        .flatMap(page -> page.cases().stream())
        .forEach(it -> needed.addAll(List.of(it.getAnnotation(Case.class).needs())));
    assertThat(needed).containsExactlyInAnyOrder(Capability.values());
  }
}
