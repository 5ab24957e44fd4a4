package io.dataflow.testbed.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate for `localhost` and `127.0.0.1` that signs itself, so that it is its own
/// authority; a client may show it too. All files are PEM; the key has no password.
public record Certificate(Path certFile, Path keyFile) {
  private static final String PASSWORD = "testbed";

  /// The file with the authority that a client must trust.
  public Path caFile() {
    return certFile;
  }

  /// What a server of this JVM needs to show the certificate.
  public SSLContext serverContext() {
    try (InputStream input = Files.newInputStream(certFile.resolveSibling("certificate.p12"))) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(input, PASSWORD.toCharArray());
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException failure) {
      throw new ServerException("the certificate made by keytool cannot be used", failure);
    }
  }

  /// Makes one with a key of its own; its files lie in the folder.
  public static Certificate create(Folder folder) {
    var store = folder.file("certificate.p12");
    ServerProcess.run("keytool", keytool(store), folder.file("keytool.log"));
    try (InputStream input = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(input, PASSWORD.toCharArray());
      folder.write("cert.pem", pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
      var key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
      folder.write("key.pem", pem("PRIVATE KEY", key));
      folder.write(
          "both.pem",
          Files.readString(folder.file("key.pem")) + Files.readString(folder.file("cert.pem")));
      return new Certificate(folder.file("cert.pem"), folder.file("key.pem"));
    } catch (IOException | GeneralSecurityException failure) {
      throw new ServerException("the certificate made by keytool cannot be read", failure);
    }
  }

  private static List<String> keytool(Path store) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-validity",
        "3650",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-ext",
        "bc=ca:true",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
  }

  private static String pem(String kind, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
