package io.dataflow.runtime.contract.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.contract.Records;
import io.dataflow.runtime.contract.sink.SinkRoute;
import io.dataflow.testbed.Servers;
import io.dataflow.testbed.trino.TrinoLogins;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A real Trino takes the tokens, over HTTPS; who gives them is a [FakeTokenServer].
class TrinoLoginTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration OVER = Duration.ofMinutes(-5);
  private static final String CLIENT =
      "serverURL: '%s', realm: flow, clientID: dataflow, clientSecret: '%s'";
  private static final String USER = CLIENT + ", username: writer, password: '%s'";

  private static TableTarget table(String keycloak) {
    var name = Servers.freshName("login");
    TrinoSite.server()
        .run("CREATE TABLE memory.default.%s (id bigint, note varchar)".formatted(name));
    var config =
        ("serverURL: '%s', catalog: memory, schema: default, table: %s, user: writer,"
                + " keycloak: {%s}, tls: {caFile: '%s'}")
            .formatted(
                TrinoSite.server().secureUrl(),
                name,
                keycloak,
                TrinoSite.logins().certificate().caFile());
    return new TableTarget(name, "memory.default." + name, config, List.of(), "");
  }

  private static void writes(String keycloak) throws UnavailableException {
    var table = table(keycloak);
    try (var route = new SinkRoute("trino", table).open()) {
      assertThat(route.write(Records.numbered(1, 3)).failure()).isEmpty();
    }
    assertThat(table.ids()).containsExactly(1, 2, 3);
  }

  private static FakeTokenServer tokens(Duration first, int expiresIn) throws IOException {
    return new FakeTokenServer(TrinoSite.logins(), first, expiresIn);
  }

  @Test
  void aTokenThatIsGivenIsUsedAsItIs() throws UnavailableException {
    writes("token: '%s'".formatted(TrinoSite.logins().token(TrinoLogins.WRITER, LONG)));
  }

  @Test
  void aTokenThatIsOverIsASettingThatIsWrong() {
    var over = TrinoSite.logins().token(TrinoLogins.WRITER, OVER);
    try (var route = new SinkRoute("trino", table("token: '%s'".formatted(over)))) {
      assertThatThrownBy(route::open)
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("refuses the login")
          .hasMessageNotContaining(over);
    }
  }

  @Test
  void aClientAsksForItself() throws IOException, UnavailableException {
    try (var tokens = tokens(LONG, 300)) {
      writes(CLIENT.formatted(tokens.url(), FakeTokenServer.SECRET));
      assertThat(tokens.grants()).containsExactly("client_credentials");
    }
  }

  @Test
  void aUsersTokenIsRenewedWhenItIsOver() throws IOException, UnavailableException {
    try (var tokens = tokens(LONG, 0)) {
      writes(USER.formatted(tokens.url(), FakeTokenServer.SECRET, TrinoLogins.PASSWORD));
      assertThat(tokens.grants()).startsWith("password", "refresh_token", "refresh_token");
    }
  }

  @Test
  void aTokenThatTrinoRefusesIsRenewed() throws IOException, UnavailableException {
    try (var tokens = tokens(OVER, 300)) {
      writes(USER.formatted(tokens.url(), FakeTokenServer.SECRET, TrinoLogins.PASSWORD));
      assertThat(tokens.grants()).containsExactly("password", "refresh_token");
    }
  }

  @Test
  void aWrongSecretIsSaidAndNotTold() throws IOException {
    try (var tokens = tokens(LONG, 300);
        var route = new SinkRoute("trino", table(CLIENT.formatted(tokens.url(), Records.CANARY)))) {
      assertThatThrownBy(route::open)
          .isInstanceOf(FlowException.class)
          .hasMessageContaining("Keycloak gives no token (HTTP 401). Correct `keycloak`")
          .hasMessageNotContaining(Records.CANARY);
    }
  }
}
