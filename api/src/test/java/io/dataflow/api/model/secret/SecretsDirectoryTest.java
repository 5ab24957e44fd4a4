package io.dataflow.api.model.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsDirectoryTest {
  @TempDir Path root;
  private Secrets secrets;

  @BeforeEach
  void create() throws IOException {
    var directory = root.resolve("secrets");
    Files.createDirectories(directory.resolve("db"));
    Files.writeString(root.resolve("outside"), "no");
    Files.writeString(directory.resolve("beside"), "no");
    secrets = Secrets.directory(directory);
  }

  private void put(String text) throws IOException {
    Files.writeString(root.resolve("secrets/db/url"), text);
  }

  @Test
  void readsAKeyOfASecret() throws IOException {
    put("postgres://db");
    assertThat(secrets.value("db", "url")).contains("postgres://db");
  }

  @Test
  void takesOneLineEndAway() throws IOException {
    put("a\n");
    assertThat(secrets.value("db", "url")).contains("a");
    put("a\r\n");
    assertThat(secrets.value("db", "url")).contains("a");
    put(" a\n\n");
    assertThat(secrets.value("db", "url")).contains(" a\n");
  }

  @Test
  void readsUtf8() throws IOException {
    put("пароль €");
    assertThat(secrets.value("db", "url")).contains("пароль €");
  }

  @Test
  void followsTheLinksOfAMountedSecret() throws IOException {
    Files.createDirectories(root.resolve("secrets/db/..data"));
    Files.writeString(root.resolve("secrets/db/..data/token"), "t");
    Files.createSymbolicLink(root.resolve("secrets/db/token"), Path.of("..data/token"));
    assertThat(secrets.value("db", "token")).contains("t");
  }

  @Test
  void looksInTheFolderOfTheNamespaceFirst() throws IOException {
    put("ours");
    var shop = new SecretRef("db", "url", Optional.of("shop"));
    assertThat(secrets.value(shop)).contains("ours");
    Files.createDirectories(root.resolve("secrets/_shop/db"));
    Files.writeString(root.resolve("secrets/_shop/db/url"), "theirs");
    assertThat(secrets.value(shop)).contains("theirs");
    assertThat(secrets.value(new SecretRef("db", "url", Optional.empty()))).contains("ours");
    assertThat(secrets.value(new SecretRef("db", "url", Optional.of("../.._shop"))))
        .contains("ours");
  }

  @ParameterizedTest
  @CsvSource({
    "db, user",
    "queue, url",
    "db, ''",
    "'', url",
    "db, ../../outside",
    ".., outside",
    "., beside",
    "db, ..",
    "db/.., beside",
    "'', beside"
  })
  void hasNothingElse(String name, String key) {
    assertThat(secrets.value(name, key)).isEmpty();
    assertThat(Secrets.none().value(name, key)).isEmpty();
  }
}
