package io.dataflow.runtime.connector.tls;

import io.dataflow.api.connector.security.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// What an encrypted connection trusts and shows. Nothing of it is on a disk.
///
/// @param authorities to trust; the system's own when empty
/// @param certificate to show, with its key
/// @param anyone whether every server is trusted, when there are no authorities
public record TlsContext(
    Optional<PemFile> authorities,
    Optional<PemFile> certificate,
    Optional<PemFile> key,
    boolean anyone) {
  private static final char[] NO_PASSWORD = {};

  /// By a manifest's `tls`.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when a file cannot be read or is none
  public static SSLContext of(Tls tls) {
    return new TlsContext(
            tls.caFile().map(text -> PemFile.read("tls.caFile", text)),
            tls.certFile().map(text -> PemFile.read("tls.certFile", text)),
            tls.keyFile().map(text -> PemFile.read("tls.keyFile", text)),
            tls.insecureSkipVerify())
        .context();
  }

  /// The same for Java's sockets.
  public SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no TLS with these certificates", e);
    }
  }

  private TrustManager[] trust() throws GeneralSecurityException, IOException {
    if (authorities.isEmpty() && anyone) {
      return new TrustManager[] {new TrustAnyone()};
    }
    KeyStore trusted = null;
    if (authorities.isPresent()) {
      trusted = empty();
      for (var each : authorities.get().certificates()) {
        trusted.setCertificateEntry("ca-" + trusted.size(), each);
      }
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return managers.getTrustManagers();
  }

  private KeyManager[] keys() throws GeneralSecurityException, IOException {
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
}
