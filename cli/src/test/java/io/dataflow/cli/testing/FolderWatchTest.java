package io.dataflow.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {
  @TempDir Path folder;

  private FolderWatch watch() {
    return new FolderWatch(List.of(folder), path -> path.toString().endsWith(".jsonl"));
  }

  private Path write(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), "{}\n");
  }

  @Test
  void aBurstOfChangesIsToldAtOnce() throws Exception {
    write("a.jsonl");
    write("deep/er/b.jsonl");
    try (var watch = watch()) {
      write("a.jsonl");
      write("c.yaml");
      write("deep/er/b.jsonl");
      write("deep/er/b.jsonl");
      assertThat(watch.next().orElseThrow())
          .containsExactly(folder.resolve("a.jsonl"), folder.resolve("deep/er/b.jsonl"));
      Files.delete(folder.resolve("a.jsonl"));
      assertThat(watch.next().orElseThrow()).containsExactly(folder.resolve("a.jsonl"));
    }
  }

  @Test
  void directoriesThatComeLaterAreWatchedToo() throws Exception {
    try (var watch = watch()) {
      write("new/er/a.jsonl");
      assertThat(watch.next().orElseThrow()).contains(folder.resolve("new/er/a.jsonl"));
      write("new/er/b.jsonl");
      assertThat(watch.next().orElseThrow()).containsExactly(folder.resolve("new/er/b.jsonl"));
    }
  }

  @Test
  void filesThatDoNotCountWakeNobody() throws Exception {
    try (var watch = watch()) {
      write("results.xml");
      var next =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return watch.next();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      write("a.jsonl");
      assertThat(next.get(30, TimeUnit.SECONDS).orElseThrow())
          .containsExactly(folder.resolve("a.jsonl"));
    }
  }

  @Test
  void aWatchThatIsClosedTellsNothingMore() throws InterruptedException {
    var watch = watch();
    watch.close();
    assertThat(watch.next()).isEmpty();
  }
}
