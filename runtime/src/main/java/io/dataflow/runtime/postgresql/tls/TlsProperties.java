package io.dataflow.runtime.postgresql.tls;

import io.dataflow.api.connector.security.Tls;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.tls.PemFile;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The JDBC driver's properties for a manifest's `tls`. They hold PEM texts and go to the driver
/// alone: nothing of them is in a URL or on a disk.
public final class TlsProperties {
  static final String AUTHORITIES = "tls.caFile";
  static final String CERTIFICATE = "tls.certFile";
  static final String KEY = "tls.keyFile";
  static final String ANYBODY = "tls.insecureSkipVerify";

  private static final List<String> OTHERS =
      List.of("sslrootcert", "sslcert", "sslkey", "sslpassword");
  private static final List<String> OPEN = List.of("disable", "allow", "prefer");

  private TlsProperties() {}

  /// What a connection string says with a manifest's `tls` beside it.
  ///
  /// @throws FlowException when the two contradict each other, or the files are not what they
  ///     should be
  public static Properties of(Properties connection, Tls tls) {
    for (var name : OTHERS) {
      if (connection.containsKey(name)) {
        throw new FlowException(
            "connectionString: `%s` has no place beside `tls`. Give the files in `tls` alone."
                .formatted(name));
      }
    }
    var mode = Optional.ofNullable(connection.getProperty("sslmode"));
    if (mode.filter(OPEN::contains).isPresent()) {
      throw new FlowException(
          ("connectionString: `sslmode=%s` may talk in the open, and `tls` forbids it. Remove it,"
                  + " or write `require`, `verify-ca` or `verify-full`.")
              .formatted(mode.get()));
    }
    var all = new Properties();
    all.putAll(connection);
    boolean anybody = tls.insecureSkipVerify() && tls.caFile().isEmpty();
    all.putIfAbsent("sslmode", anybody ? "require" : "verify-full");
    all.setProperty("sslfactory", PemSocketFactory.class.getName());
    if (anybody) {
      all.setProperty(ANYBODY, "true");
    }
    tls.caFile().map(ca -> PemFile.read(AUTHORITIES, ca)).ifPresent(file -> checked(file, all));
    tls.certFile().map(own -> PemFile.read(CERTIFICATE, own)).ifPresent(own -> checked(own, all));
    tls.keyFile()
        .map(key -> PemFile.read(KEY, key))
        .ifPresent(
            file -> {
              file.key();
              all.setProperty(KEY, file.text());
            });
    return all;
  }

  private static void checked(PemFile file, Properties all) {
    file.certificates();
    all.setProperty(file.field(), file.text());
  }
}
