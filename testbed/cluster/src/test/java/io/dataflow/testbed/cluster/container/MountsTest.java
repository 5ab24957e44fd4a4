package io.dataflow.testbed.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.testbed.cluster.node.Mounts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountsTest {
  private final Mounts mounts =
      new Mounts(
          Map.of(
              "/etc/flow", Path.of("/tmp/pod/a"),
              "/etc/flow-secrets", Path.of("/tmp/pod/b"),
              "/tmp", Path.of("/tmp/pod/c")));

  @ParameterizedTest
  @CsvSource({
    "--spec-path=/etc/flow/spec.json, --spec-path=/tmp/pod/a/spec.json",
    "/etc/flow-secrets/db/password, /tmp/pod/b/db/password",
    "/tmp, /tmp/pod/c",
    "/etc/flow:/tmp, /tmp/pod/a:/tmp/pod/c",
  })
  void replacesAPathWhereverItStands(String text, String here) {
    assertThat(mounts.rewrite(text)).isEqualTo(here);
  }

  @ParameterizedTest
  @CsvSource({"/etc/flows", "/etc/flow.d", "http://host/tmp/x", "/var/tmp", "etc/flow"})
  void leavesWhatOnlyLooksLikeIt(String text) {
    assertThat(mounts.rewrite(text)).isEqualTo(text);
  }

  @Test
  void knowsReferencesToVariables() {
    var known = Map.of("NAME", "orders");
    assertThat(Environment.expand("--name=$(NAME) $(OTHER) $$(NAME)", known))
        .isEqualTo("--name=orders $(OTHER) $(NAME)");
  }
}
