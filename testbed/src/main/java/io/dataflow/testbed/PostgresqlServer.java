package io.dataflow.testbed;

import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerException;
import io.dataflow.testbed.server.ServerProcess;
import io.dataflow.testbed.server.Unprivileged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A real PostgreSQL in a process of its own, with logical decoding switched on.
///
/// It starts in about two seconds, as root too. What it has committed survives a kill. The user
/// `postgres` needs no password, all others do. It ends with the JVM that started it. A secured one
/// lets the others in over TLS alone, and the user [#CERTIFIED] only with a certificate too.
public final class PostgresqlServer implements AutoCloseable {
  /// A user whom a secured server asks for a certificate; to be created.
  public static final String CERTIFIED = "certified";

  private static final String HOST = "127.0.0.1";
  private static final String SUPERUSER = "postgres";
  private static final String ACCESS =
      """
      host all         postgres 127.0.0.1/32 trust
      host replication postgres 127.0.0.1/32 trust
      host all         all      127.0.0.1/32 scram-sha-256
      host replication all      127.0.0.1/32 scram-sha-256
      """;

  private static final String SECURED_ACCESS =
      """
      host    all postgres  127.0.0.1/32 trust
      hostssl all certified 127.0.0.1/32 scram-sha-256 clientcert=verify-ca
      hostssl all all       127.0.0.1/32 scram-sha-256
      """;

  private final Folder folder;
  private final int port;
  private final Optional<Certificate> certificate;
  private final PostgresqlHome home = PostgresqlHome.find();
  private final Unprivileged unprivileged = Unprivileged.here();
  private final Lifecycle lifecycle;

  private PostgresqlServer(Folder folder, int port, Optional<Certificate> certificate) {
    this.folder = folder;
    this.port = port;
    this.certificate = certificate;
    this.lifecycle =
        new Lifecycle(
            folder,
            "INT",
            () ->
                ServerProcess.start("PostgreSQL", server(), log())
                    .ready("database system is ready to accept connections"));
    if (!Files.exists(folder.file("data/PG_VERSION"))) {
      unprivileged.own(folder);
      ServerProcess.run("initdb", initdb(), log());
      folder.write("data/pg_hba.conf", certificate.isPresent() ? SECURED_ACCESS : ACCESS);
    }
    lifecycle.start();
  }

  private List<String> initdb() {
    return unprivileged.command(
        List.of(
            home.program("initdb"),
            "--pgdata=" + folder.file("data"),
            "--username=" + SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync"));
  }

  private List<String> server() {
    var command = new ArrayList<>(settings());
    certificate.ifPresent(
        own -> {
          command.addAll(List.of("-c", "ssl=on"));
          command.addAll(List.of("-c", "ssl_cert_file=" + own.certFile()));
          command.addAll(List.of("-c", "ssl_key_file=" + own.keyFile()));
          command.addAll(List.of("-c", "ssl_ca_file=" + own.caFile()));
        });
    return unprivileged.command(command);
  }

  private List<String> settings() {
    return List.of(
        home.program("postgres"),
        "-D",
        folder.file("data").toString(),
        "-p",
        Integer.toString(port),
        "-c",
        "listen_addresses=" + HOST,
        "-c",
        "unix_socket_directories=",
        "-c",
        "wal_level=logical",
        // Each test of the source postgresql-cdc has a slot of its own.
        "-c",
        "max_replication_slots=200",
        "-c",
        "max_wal_senders=20",
        "-c",
        "timezone=UTC",
        "-c",
        "shared_buffers=256MB",
        // Only the death of the machine would lose anything, not the death of the server.
        "-c",
        "fsync=off");
  }

  /// Starts a server on a free port; its data goes away when it is closed.
  public static PostgresqlServer start() {
    return new PostgresqlServer(Folder.temporary("postgresql"), Ports.free(), Optional.empty());
  }

  /// Starts a server with a certificate of its own, that trusts nobody else's.
  public static PostgresqlServer startSecured() {
    var folder = Folder.temporary("postgresql");
    var certificate = Certificate.create(folder);
    try {
      // The server refuses a key that others may read.
      Files.setPosixFilePermissions(
          certificate.keyFile(), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new PostgresqlServer(folder, Ports.free(), Optional.of(certificate));
  }

  /// Starts a server on a port; its data stays in the folder, and what is there already is used.
  public static PostgresqlServer start(Path dir, int port) {
    return new PostgresqlServer(Folder.at(dir), port, Optional.empty());
  }

  /// The certificate; throws when the server was started without one.
  public Certificate certificate() {
    return certificate.orElseThrow(
        () -> new ServerException("this server has none: start it by startSecured()"));
  }

  /// The port on the loopback address.
  public int port() {
    return port;
  }

  /// The file with everything that the server has said.
  public Path log() {
    return folder.file("postgresql.log");
  }

  /// The address for a manifest, as the superuser: `postgres://postgres@127.0.0.1:port/database`.
  public String connectionString(String database) {
    return "postgres://" + SUPERUSER + "@" + HOST + ":" + port + "/" + database;
  }

  /// The same for clients that come through a proxy on another port.
  public String connectionString(String database, int proxyPort) {
    return "postgres://" + SUPERUSER + "@" + HOST + ":" + proxyPort + "/" + database;
  }

  /// The address for JDBC, as the superuser.
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + database + "?user=" + SUPERUSER;
  }

  /// A new connection to the database `postgres` as the superuser; the caller closes it.
  public Connection connection() throws SQLException {
    return connection("postgres");
  }

  /// A new connection to a database as the superuser; the caller closes it.
  public Connection connection(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database));
  }

  /// Creates an empty database.
  public void createDatabase(String name) {
    create("SELECT format('CREATE DATABASE %I', ?::text)", name);
  }

  /// Creates a user who may log in and nothing else.
  public void createUser(String name, String password) {
    create("SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', ?::text, ?::text)", name, password);
  }

  /// The server itself quotes names and values.
  private void create(String format, String... values) {
    try (var connection = connection();
        var quote = connection.prepareStatement(format);
        var statement = connection.createStatement()) {
      for (var i = 0; i < values.length; i++) {
        quote.setString(i + 1, values[i]);
      }
      try (var result = quote.executeQuery()) {
        result.next();
        statement.execute(result.getString(1));
      }
    } catch (SQLException failure) {
      throw new ServerException("PostgreSQL: " + failure.getMessage(), failure);
    }
  }

  /// Starts a stopped or killed server on the same port and data, or stops it first when it runs.
  public void restart() {
    lifecycle.restart();
  }

  /// Stops the server at once but well: open transactions are rolled back; its data stays.
  public void stop() {
    lifecycle.stop();
  }

  /// Kills the server and its sessions (SIGKILL); its data stays.
  public void kill() {
    lifecycle.kill();
  }

  /// Stops the server for good; data in a temporary folder goes away.
  @Override
  public void close() {
    lifecycle.close();
  }
}
