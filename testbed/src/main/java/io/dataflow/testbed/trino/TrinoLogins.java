package io.dataflow.testbed.trino;

import io.dataflow.testbed.server.Certificate;
import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.ServerException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Who is let in at a Trino's encrypted port: some users by a password, and whoever brings a token
/// that was signed here.
public record TrinoLogins(Certificate certificate, KeyPair key) {
  /// The password of [#WRITER] and [#READER].
  public static final String PASSWORD = "test-5e1d: \u00fc%+pass";

  /// A user who may only insert.
  public static final String WRITER = "writer";

  /// A user who may only read.
  public static final String READER = "reader";

  static TrinoLogins create(Folder folder) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var logins = new TrinoLogins(Certificate.create(folder), generator.generateKeyPair());
      logins.write(folder);
      return logins;
    } catch (GeneralSecurityException impossible) {
      throw new ServerException("no keys on this machine", impossible);
    }
  }

  private void write(Folder folder) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    folder.write(
        "jwt.pem",
        "-----BEGIN PUBLIC KEY-----\n"
            + lines.encodeToString(key.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    var password = Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
    Folder.at(folder.file("etc"))
        .write(
            "password-authenticator.properties",
            "password-authenticator.name=%s\n%s=%s\n%4$s=%3$s\n"
                .formatted(TrinoPasswords.NAME, WRITER, password, READER));
  }

  /// A token for a user.
  public String token(String user, Duration lifetime) {
    long end = Instant.now().plus(lifetime).getEpochSecond();
    var content =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
            + "."
            + encoded("{\"sub\":\"%s\",\"exp\":%d}".formatted(user, end));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new ServerException("a token cannot be signed", impossible);
    }
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
