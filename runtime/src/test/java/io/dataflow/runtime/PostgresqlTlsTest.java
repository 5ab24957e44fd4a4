package io.dataflow.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.testbed.PostgresqlServer;
import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that talks in secret alone, with a certificate of a private authority: a flow from one
/// of its tables to another.
class PostgresqlTlsTest {
  private static PostgresqlServer server;
  private static Certificate certificate;

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws SQLException {
    server = PostgresqlServer.startSecured();
    certificate = server.certificate();
    server.createUser("writer", "secret");
    server.createUser(PostgresqlServer.CERTIFIED, "secret");
    execute("CREATE TABLE orders (id int PRIMARY KEY, updated_at timestamptz)");
    execute("INSERT INTO orders VALUES (1, '2026-01-01Z'), (2, '2026-01-02Z')");
    execute("CREATE TABLE copies (LIKE orders)");
    execute("GRANT ALL ON orders, copies TO writer, " + PostgresqlServer.CERTIFIED);
    execute("GRANT pg_read_all_stats TO writer, " + PostgresqlServer.CERTIFIED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("TRUNCATE copies");
  }

  @Test
  void trustsAPrivateAuthorityByItsFile() throws Exception {
    assertThat(failure("writer", "", "caFile: '%s'".formatted(certificate.caFile()))).isEmpty();
    assertThat(copies()).isEqualTo(2);
  }

  @Test
  void trustsAPrivateAuthorityByItsText() throws Exception {
    var text = Files.readString(certificate.caFile()).replace("\n", "\\n");
    assertThat(failure("writer", "", "caFile: \"%s\"".formatted(text))).isEmpty();
    assertThat(copies()).isEqualTo(2);
  }

  @Test
  void showsItsOwnCertificate() throws Exception {
    var name = PostgresqlServer.CERTIFIED;
    assertThat(failure(name, "", own(certificate.keyFile()))).isEmpty();
    assertThat(copies()).isEqualTo(2);
    assertThat(failure(name, "", "caFile: '%s'".formatted(certificate.caFile())))
        .contains("requires a valid client certificate");
  }

  @Test
  void takesAKeyInTheOlderFormToo() throws Exception {
    assertThat(failure(PostgresqlServer.CERTIFIED, "", own(olderForm()))).isEmpty();
    assertThat(copies()).isEqualTo(2);
  }

  @Test
  void refusesAServerThatNobodyKnows() throws Exception {
    var other = Certificate.create(Folder.at(Files.createDirectory(folder.resolve("other"))));
    assertThat(failure("writer", "", "caFile: '%s'".formatted(other.caFile())))
        .contains("path", "cert");
    assertThat(failure("writer", "", "")).isNotEmpty();
    assertThat(copies()).isZero();
  }

  @Test
  void aSourceRefusesItToo() throws Exception {
    var other = Certificate.create(Folder.at(Files.createDirectory(folder.resolve("another"))));
    var ca = "caFile: '%s'".formatted(other.caFile());
    assertThat(failure("writer", "", ca, "insecureSkipVerify: true"))
        .startsWith("spec.source.config.connectionString: 127.0.0.1:")
        .contains("cannot be trusted", "Correct `tls` or `sslmode`.");
  }

  @Test
  void trustsAnybodyOnlyWhenAskedTo() throws Exception {
    assertThat(failure("writer", "", "insecureSkipVerify: true")).isEmpty();
    assertThat(copies()).isEqualTo(2);
  }

  @Test
  void saysWhatContradictsTheBlock() throws Exception {
    var ca = "caFile: '%s'".formatted(certificate.caFile());
    assertThat(failure("writer", "?sslmode=prefer", ca))
        .contains("`sslmode=prefer` may talk in the open, and `tls` forbids it");
    assertThat(failure("writer", "?sslrootcert=/a", ca))
        .contains("`sslrootcert` has no place beside `tls`");
    assertThat(failure("writer", "", "caFile: /nowhere"))
        .contains("`tls.caFile` is neither PEM text nor a file");
    assertThat(failure("writer", "", "caFile: '%s'".formatted(certificate.keyFile())))
        .contains("`tls.caFile` has");
    assertThat(failure("writer", "", own(certificate.certFile())))
        .contains("`tls.keyFile` has no key");
  }

  private static String own(Path key) {
    return "caFile: '%s', certFile: '%s', keyFile: '%s'"
        .formatted(certificate.caFile(), certificate.certFile(), key);
  }

  /// The same key as `openssl genrsa -traditional` writes it.
  private static Path olderForm() throws IOException, GeneralSecurityException {
    var text = Files.readString(certificate.keyFile()).replaceAll("-----[A-Z ]+-----", "");
    var bytes = Base64.getMimeDecoder().decode(text);
    var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    int modulus = ((RSAPrivateCrtKey) key).getModulus().bitLength();
    assertThat(modulus).isEqualTo(2048);
    var older = Arrays.copyOfRange(bytes, 26, bytes.length);
    var pem =
        "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(older));
    return Files.writeString(folder.resolve("older.pem"), pem);
  }

  private static String failure(String user, String parameters, String tls) throws Exception {
    return failure(user, parameters, tls, tls);
  }

  private static String failure(String user, String parameters, String source, String sink)
      throws Exception {
    var flow =
        """
        source: {type: postgresql, config: {connectionString: "%1$s", tls: {%2$s}, table: orders}}
        sink: {type: postgresql, config: {connectionString: "%1$s", tls: {%3$s}, table: copies}}
        """
            .formatted(
                "postgres://%s:secret@127.0.0.1:%d/postgres%s"
                    .formatted(user, server.port(), parameters),
                source,
                sink);
    try {
      return TestFlow.runUntilIdle(flow).failure().orElse("");
    } catch (FlowException e) {
      return e.getMessage();
    }
  }

  private static long copies() throws SQLException {
    return ask("SELECT count(*) FROM copies");
  }

  private static long ask(String sql) throws SQLException {
    try (var connection = server.connection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = server.connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
