package io.dataflow.kubernetes.certificate;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/// The side of TLS that shows the certificate of a source, asked anew at each handshake.
///
/// A handshake first chooses a name, and then asks for the chain and for the key of that name:
/// the last few are kept, so that both are of one certificate when it is replaced between the two.
public final class ReloadingKeys extends X509ExtendedKeyManager {
  private static final int KEPT = 4;
  private static final String[] NONE = {};

  private final CertificateSource source;
  private final Map<String, ServingCertificate> shown =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ServingCertificate> eldest) {
              return size() > KEPT;
            }
          });

  private ReloadingKeys(CertificateSource source) {
    this.source = source;
  }

  /// TLS that shows the source's certificate.
  public static SSLContext context(CertificateSource source) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new ReloadingKeys(source)}, null, null);
      return context;
    } catch (GeneralSecurityException failure) {
      throw new UnusableCertificateException("this Java has no TLS", failure);
    }
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    var certificate = source.current();
    if (!certificate.key().getAlgorithm().equals(keyType)) {
      return null;
    }
    var name = certificate.leaf().getSerialNumber().toString();
    shown.put(name, certificate);
    return name;
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return chooseEngineServerAlias(keyType, issuers, null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String name) {
    var certificate = shown.get(name);
    return certificate == null ? null : certificate.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String name) {
    var certificate = shown.get(name);
    return certificate == null ? null : certificate.key();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return NONE;
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return NONE;
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return null;
  }
}
