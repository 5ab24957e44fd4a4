package io.dataflow.kubernetes.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The directory is laid out as a kubelet does it: files are links through `..data`, which is a
/// link to a folder and is replaced at once.
class MountedCertificateTest {
  @TempDir private Path directory;
  private final ServingCertificate first = made();
  private final ServingCertificate second = made();

  private static ServingCertificate made() {
    return ServingCertificate.generate(List.of("a.b.svc"), Duration.ofDays(1));
  }

  @BeforeEach
  void mount() throws IOException {
    publish("..1", first.certificatePem(), first.keyPem());
    for (var name : List.of("tls.crt", "tls.key")) {
      Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
    }
  }

  private void publish(String folder, String certificate, String key) throws IOException {
    var made = Files.createDirectory(directory.resolve(folder));
    Files.writeString(made.resolve("tls.crt"), certificate);
    Files.writeString(made.resolve("tls.key"), key);
    var link = Files.createSymbolicLink(directory.resolve("..new"), Path.of(folder));
    Files.move(link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void followsTheLinkWhenItIsSwapped() throws IOException {
    var mounted = MountedCertificate.in(directory);
    assertThat(mounted.current()).isEqualTo(first);
    publish("..2", second.certificatePem(), second.keyPem());
    assertThat(mounted.current()).isEqualTo(second);
  }

  @Test
  void keepsTheOneOfBeforeWhenTheNewOneIsOfNoUse() throws IOException {
    var mounted = MountedCertificate.in(directory);
    publish("..2", second.certificatePem(), first.keyPem());
    assertThat(mounted.current()).isEqualTo(first);
    Files.delete(directory.resolve("..data"));
    assertThat(mounted.current()).isEqualTo(first);
    publish("..3", second.certificatePem(), second.keyPem());
    assertThat(mounted.current()).isEqualTo(second);
  }

  @Test
  void saysWhatIsMissingAtTheStart() throws IOException {
    Files.delete(directory.resolve("..data"));
    assertThatThrownBy(() -> MountedCertificate.in(directory))
        .hasMessage(
            directory
                + ": `tls.crt` and `tls.key` cannot be read. Mount the webhook's Secret there.");
  }
}
