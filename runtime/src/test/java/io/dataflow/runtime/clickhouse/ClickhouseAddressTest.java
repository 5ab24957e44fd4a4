package io.dataflow.runtime.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflow.runtime.connector.FlowException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickhouseAddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://ch, http://ch:8123/default",
    "http://ch:80/shop, http://ch:80/shop",
    "https://ch/shop, https://ch:8443/shop",
    "http://ch?database=shop, http://ch:8123/shop",
    "clickhouse://ch:9000/shop, http://ch:8123/shop",
    "clickhouse://ch, http://ch:8123/default",
    "clickhouse://ch:8123/shop, http://ch:8123/shop",
    "clickhouse://ch:9000/shop?secure=true, https://ch:8443/shop",
    "clickhouse://ch:9440/shop, https://ch:8443/shop",
    "http://[::1]:8123/shop, http://[::1]:8123/shop",
  })
  void leadsToTheHttpInterface(String text, String address) {
    assertThat(ClickhouseAddress.parse(text)).hasToString(address);
  }

  @Test
  void hasALoginInEitherForm() {
    var inFront = ClickhouseAddress.parse("http://u%40x:p%3Aq+r@ch/shop");
    var behind = ClickhouseAddress.parse("clickhouse://ch:9000?username=u%40x&password=p%3Aq+r");
    assertThat(inFront.user()).contains("u@x").isEqualTo(behind.user());
    assertThat(inFront.password()).contains("p:q+r").isEqualTo(behind.password());
    assertThat(inFront.toString()).doesNotContain("u@x", "p:q");
  }

  @Test
  void tellsClientsSettingsFromTheServers() {
    var address =
        ClickhouseAddress.parse(
            "clickhouse://ch:9000/s?dial_timeout=3s&read_timeout=60&max_execution_time=60"
                + "&compress=lz4");
    assertThat(address.settings()).hasSize(1).containsEntry("max_execution_time", "60");
    assertThat(address.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(address.readTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(address.gzip()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "clickhouse://secret@ch:9123/shop, names the port 9123 of the native protocol",
    "http://u:secret|@ch, cannot be read as a URL",
    "http:///shop, names no host",
    "tcp://u:secret@ch, has an unknown scheme",
    "http://u:secret@ch?dial_timeout=soon, has a timeout that is none",
  })
  void isRefusedWithoutBeingTold(String text, String why) {
    assertThatThrownBy(() -> ClickhouseAddress.parse(text))
        .isInstanceOf(FlowException.class)
        .hasMessageStartingWith("connectionString: the address " + why)
        .hasMessageNotContaining("secret");
  }
}
