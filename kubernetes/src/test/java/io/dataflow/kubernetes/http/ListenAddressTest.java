package io.dataflow.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
  @ParameterizedTest
  @CsvSource({
    ":9090, 127.4.5.6:9090",
    "127.0.0.1:9090, 127.0.0.1:9090",
    "[::1]:80, [::1]:80",
    "localhost:0, localhost:0",
    "' :65535 ', 127.4.5.6:65535",
  })
  void isReadAsFlagsWriteIt(String text, String read) {
    assertThat(ListenAddress.parse(text, Optional.of("127.4.5.6"))).hasToString(read);
  }

  @Test
  void isAllAddressesWhenNobodyNamesOne() {
    assertThat(
            ListenAddress.parse(":9090", Optional.empty())
                .socket()
                .getAddress()
                .isAnyLocalAddress())
        .isTrue();
    assertThat(ListenAddress.parse(":9090", Optional.of(" ")).host()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9090", ":", ":65536", ":-1", ":http", "::1:80", "a:b:80", ":999999"})
  void isRefusedWhenItIsSomethingElse(String text) {
    assertThatThrownBy(() -> ListenAddress.parse(text, Optional.empty()))
        .hasMessage(
            "`" + text + "` is no address to listen on. Write `:9090` or `127.0.0.1:9090`.");
  }
}
