package io.dataflow.runtime.postgresql.tls;

import io.dataflow.api.model.secret.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.postgresql.ssl.WrappedFactory;

/// Makes the encrypted sockets of a connection, with the certificates in [TlsProperties]. Made by
/// the JDBC driver from its class name; whether the host's name is in the certificate is looked at
/// by the driver, as `sslmode` says.
public final class PemSocketFactory extends WrappedFactory {
  private static final char[] NO_PASSWORD = {};

  /// For the driver, with all properties of the connection.
  public PemSocketFactory(Properties properties) throws GeneralSecurityException, IOException {
    var context = SSLContext.getInstance("TLS");
    context.init(keys(properties), trust(properties), null);
    factory = context.getSocketFactory();
  }

  private static TrustManager[] trust(Properties properties)
      throws GeneralSecurityException, IOException {
    var authorities = file(properties, TlsProperties.AUTHORITIES);
    if (authorities.isEmpty() && properties.containsKey(TlsProperties.ANYBODY)) {
      return new TrustManager[] {new Anybody()};
    }
    KeyStore trusted = null;
    if (authorities.isPresent()) {
      trusted = empty();
      for (var certificate : authorities.get().certificates()) {
        trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
      }
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return managers.getTrustManagers();
  }

  private static KeyManager[] keys(Properties properties)
      throws GeneralSecurityException, IOException {
    var certificate = file(properties, TlsProperties.CERTIFICATE);
    var key = file(properties, TlsProperties.KEY);
    if (certificate.isEmpty() || key.isEmpty()) {
      return new KeyManager[0];
    }
    var own = empty();
    var chain = certificate.get().certificates().toArray(X509Certificate[]::new);
    own.setKeyEntry("own", key.get().key(), NO_PASSWORD, chain);
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, NO_PASSWORD);
    return managers.getKeyManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static Optional<PemFile> file(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(text -> PemFile.read(name, new Secret(text)));
  }

  /// What `tls.insecureSkipVerify: true` asks for.
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
      // Trusted, whoever it is.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
      // Trusted, whoever it is.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
