package io.dataflow.runtime.postgresql.tls;

import io.dataflow.api.model.secret.Secret;
import io.dataflow.runtime.connector.tls.PemFile;
import io.dataflow.runtime.connector.tls.TlsContext;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.ssl.WrappedFactory;

/// Makes the encrypted sockets of a connection, with the certificates in [TlsProperties]. Made by
/// the JDBC driver from its class name; whether the host's name is in the certificate is looked at
/// by the driver, as `sslmode` says.
public final class PemSocketFactory extends WrappedFactory {
  /// For the driver, with all properties of the connection.
  public PemSocketFactory(Properties properties) {
    factory =
        new TlsContext(
                file(properties, TlsProperties.AUTHORITIES),
                file(properties, TlsProperties.CERTIFICATE),
                file(properties, TlsProperties.KEY),
                properties.containsKey(TlsProperties.ANYBODY))
            .context()
            .getSocketFactory();
  }

  private static Optional<PemFile> file(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(text -> PemFile.read(name, new Secret(text)));
  }
}
