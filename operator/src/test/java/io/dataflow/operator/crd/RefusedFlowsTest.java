package io.dataflow.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.Manifest;
import io.dataflow.operator.crd.Corpus.Flow;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Flows that cannot run are refused when they are applied, by the definition alone where it can.
class RefusedFlowsTest {
  private static final List<Flow> BAD =
      Corpus.of("bad").flows().stream().filter(flow -> !flow.errors().isEmpty()).toList();

  @Test
  void areManyKinds() {
    assertThat(BAD).hasSizeGreaterThan(180);
  }

  @Test
  void areToldWhere() {
    assertThat(BAD)
        .allSatisfy(
            flow ->
                FlowServer.refusal(flow.object())
                    .ifPresent(
                        refusal ->
                            assertThat(flow.paths())
                                .as(flow + ": " + refusal)
                                .anyMatch(path -> tells(refusal, path))));
  }

  /// Keys of another type are told together, by their names below where they stand.
  private static boolean tells(String refusal, String path) {
    int key = path.lastIndexOf('.');
    return refusal.contains(path)
        || key > 0
            && refusal.contains(path.substring(0, key) + ": ")
            && refusal.contains("unknown keys for type")
            && refusal.contains(" `" + path.substring(key + 1) + "`");
  }

  @Test
  void needTheWebhookOnlyForGrammarsKeysOfManyKindsAndSinksBesideTheMainOne() {
    assertThat(BAD)
        .filteredOn(flow -> FlowServer.refusal(flow.object()).isEmpty())
        .extracting(Flow::name)
        .containsExactlyInAnyOrder(
            "camel.yaml: effectively once with what Camel writes",
            "camel.yaml: secrets of endpoints in plain text",
            "clickhouse.yaml: a blank in an address",
            "clickhouse.yaml: an address that ends at its scheme",
            "clickhouse.yaml: effectively once into ClickHouse",
            "clickhouse.yaml: effectively once with ClickHouse in a route",
            "connectors.yaml: a connection with a blank in its URL",
            "connectors.yaml: a key of a kafka sink that is no path",
            "grammars.yaml: a condition with a bracket that is never closed",
            "grammars.yaml: a wildcard in a path to write",
            "pairs.yaml: effectively once between two Kafka clusters",
            "postgresql-cdc.yaml: a source of changes that contradicts itself",
            "postgresql-cdc.yaml: changes effectively once with a snapshot and a sink that adds"
                + " rows",
            "transformations.yaml: layouts as other languages write them",
            "transformations.yaml: metadata without a key",
            // Of a `Brief` field the definition says little.
            "trino.yaml: an address without its scheme",
            "trino.yaml: an address with a login",
            "trino.yaml: a JDBC address in an error sink",
            "trino.yaml: two logins",
            "trino.yaml: a name without a password",
            "trino.yaml: a Keycloak of nothing",
            "trino.yaml: a Keycloak user without a password",
            "trino.yaml: a Keycloak address with its realm",
            "trino.yaml: an upsert into a catalog that cannot",
            "trino.yaml: effectively once into Trino",
            "trino.yaml: effectively once with Trino in a route",
            "trino.yaml: effectively once from Trino",
            // `config.fields` is a list for some types and an object for insertField, and what the
            // API server lets be both it does not look into.
            "foreign.yaml: fields of a filter",
            "grammars.yaml: fields as a text",
            "grammars.yaml: paths that are none",
            "transformations.yaml: fields to insert that are none",
            // How the keys of a sink go together stands at `spec.sink` alone.
            "clickhouse.yaml: another database in an error sink",
            "connectors.yaml: an error sink without its keys",
            "foreign.yaml: a foreign key in an error sink",
            "foreign.yaml: a foreign key in a route",
            "pairs.yaml: plain text with sasl in an error sink",
            "pairs.yaml: sasl of a route that is missing",
            "pairs.yaml: another database in an error sink",
            "pairs.yaml: another database in a route",
            "pairs.yaml: a certificate without its key in a route");
  }

  @Test
  void areRefusedByTheModelAsJsonToo() {
    assertThat(BAD)
        .allSatisfy(
            flow ->
                assertThat(Manifest.parse(Serialization.asJson(flow.object())).problems())
                    .anyMatch(Problem::isError));
  }

  @Test
  void neverShowTheirPasswords() {
    assertThat(BAD)
        .filteredOn(flow -> flow.object().toString().contains("hunter2"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            flow ->
                assertThat(FlowServer.refusal(flow.object()).orElse("")).doesNotContain("hunter2"));
  }
}
