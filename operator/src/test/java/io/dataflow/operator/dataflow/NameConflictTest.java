package io.dataflow.operator.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.operator.FlowCase;
import io.dataflow.operator.RunningOperator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Objects that have the names of a flow's children and are somebody else's.
class NameConflictTest {
  private static final String SPEC =
      FlowCase.TABLE.replace(
          "connectionString: \"postgres://db/shop\"",
          "connectionStringSecretRef: {name: database, key: url}");

  @RegisterExtension static final RunningOperator OPERATOR = new RunningOperator();

  /// Somebody's object, and the flow that it is in the way of.
  private record Obstacle(FlowCase flow, String object, String kind, String before) {

    static Obstacle of(String kind, String object, String... made) {
      var flow = FlowCase.fresh();
      flow.kubectl(made);
      // Its controller writes into a Deployment once.
      flow.until(
          "the object",
          () ->
              !object.startsWith("deployment/")
                  || flow.value(object, ".status.observedGeneration").equals("1"));
      return new Obstacle(flow, object, kind, flow.kubectl("get", object, "-o", "yaml"));
    }

    void putAFlowBehindIt() {
      flow.secret("database", "url", "postgres://db/shop");
      flow.apply(SPEC);
    }

    void mustBeNamed() {
      flow.until("an error", () -> flow.status("phase").equals("Error"));
      assertThat(flow.status("message"))
          .startsWith(
              "%s `%s` is there already and belongs to somebody else."
                  .formatted(kind, object.split("/")[1]));
      assertThat(flow.condition("Stalled")).isEqualTo("True");
      assertThat(flow.kubectl("get", object, "-o", "yaml")).isEqualTo(before);
    }

    void remove() {
      flow.kubectl("delete", object);
    }

    void mustNotMatterAnyMore() {
      flow.until("health", () -> flow.condition("Ready").equals("True"));
    }
  }

  @Test
  void areNamedAndLeftAsTheyAreAndTheFlowRunsWhenTheyGo() {
    var account = "df-orders-processor";
    var obstacles =
        List.of(
            Obstacle.of(
                "ConfigMap",
                "configmap/df-orders-spec",
                "create",
                "configmap",
                "df-orders-spec",
                "--from-literal=mine=yes"),
            Obstacle.of(
                "ConfigMap",
                "configmap/df-orders-checkpoint",
                "create",
                "configmap",
                "df-orders-checkpoint",
                "--from-literal=mine=yes"),
            Obstacle.of(
                "Secret",
                "secret/df-orders-secrets",
                "create",
                "secret",
                "generic",
                "df-orders-secrets",
                "--from-literal=mine=yes"),
            Obstacle.of(
                "ServiceAccount", "serviceaccount/" + account, "create", "serviceaccount", account),
            Obstacle.of(
                "Role",
                "role/" + account,
                "create",
                "role",
                account,
                "--verb=get",
                "--resource=pods"),
            Obstacle.of(
                "RoleBinding",
                "rolebinding/" + account,
                "create",
                "rolebinding",
                account,
                "--role=mine",
                "--user=me"),
            Obstacle.of(
                "Deployment",
                "deployment/df-orders",
                "create",
                "deployment",
                "df-orders",
                "--image=mine",
                "--replicas=0"));
    obstacles.forEach(Obstacle::putAFlowBehindIt);
    obstacles.forEach(Obstacle::mustBeNamed);
    obstacles.forEach(Obstacle::remove);
    obstacles.forEach(Obstacle::mustNotMatterAnyMore);
  }

  @Test
  void stayWhenTheFlowIsDeleted() {
    var obstacle =
        Obstacle.of(
            "Deployment",
            "deployment/df-orders",
            "create",
            "deployment",
            "df-orders",
            "--image=mine",
            "--replicas=0");
    obstacle.putAFlowBehindIt();
    obstacle.mustBeNamed();
    obstacle.flow().delete();
    assertThat(obstacle.flow().kubectl("get", obstacle.object(), "-o", "yaml"))
        .isEqualTo(obstacle.before());
  }
}
