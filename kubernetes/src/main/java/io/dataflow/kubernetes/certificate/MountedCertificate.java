package io.dataflow.kubernetes.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate of a mounted directory, with `tls.crt` and `tls.key`, as cert-manager renews it.
/// The files are checked whenever the certificate is asked for, and read when they have changed.
public final class MountedCertificate implements CertificateSource {
  private static final Logger LOG = LoggerFactory.getLogger(MountedCertificate.class);

  private final Path directory;
  private FileSnapshot seen;
  private ServingCertificate current;
  private String complaint = "";

  private MountedCertificate(Path directory, FileSnapshot seen, ServingCertificate current) {
    this.directory = directory;
    this.seen = seen;
    this.current = current;
  }

  /// Reads the directory.
  ///
  /// @throws UnusableCertificateException when there is no certificate that can serve
  public static MountedCertificate in(Path directory) {
    try {
      var seen = FileSnapshot.of(certificate(directory), key(directory));
      return new MountedCertificate(directory, seen, read(directory));
    } catch (IOException unreadable) {
      throw new UnusableCertificateException(
          directory + ": `tls.crt` and `tls.key` cannot be read. Mount the webhook's Secret there.",
          unreadable);
    }
  }

  private static ServingCertificate read(Path directory) throws IOException {
    try {
      return ServingCertificate.parse(
          Files.readString(certificate(directory)), Files.readString(key(directory)));
    } catch (UnusableCertificateException unusable) {
      throw new UnusableCertificateException(directory + ": " + unusable.getMessage(), unusable);
    }
  }

  private static Path certificate(Path directory) {
    return directory.resolve("tls.crt");
  }

  private static Path key(Path directory) {
    return directory.resolve("tls.key");
  }

  /// What is there now. While the files are being changed, or are gone, or are of no use, the one
  /// of before serves: refusing every request would help nobody.
  @Override
  public synchronized ServingCertificate current() {
    try {
      var now = FileSnapshot.of(certificate(directory), key(directory));
      if (!now.equals(seen)) {
        seen = now;
        current = read(directory);
        complaint = "";
        LOG.info("the webhook shows the certificate for {}", current);
      }
    } catch (IOException unreadable) {
      complain("`" + unreadable.getMessage() + "` cannot be read.");
    } catch (UnusableCertificateException unusable) {
      complain(unusable.getMessage());
    }
    return current;
  }

  /// Once for each trouble, as this is asked at every handshake.
  private void complain(String trouble) {
    if (!trouble.equals(complaint)) {
      complaint = trouble;
      LOG.warn("the webhook keeps its certificate: {}", trouble);
    }
  }

  @Override
  public void close() {
    // There is nothing open between two looks.
  }
}
