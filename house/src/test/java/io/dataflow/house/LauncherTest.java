package io.dataflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `dataflow` in a folder with a blank in its name, before a program that only tells
/// what it was given.
class LauncherTest {
  private static final String PROGRAM =
      """
      package io.dataflow.%s;

      public class Main {
        public static void main(String[] words) {
          for (String word : words) {
            System.out.println("word " + word);
          }
          System.out.println("program " + Main.class.getPackageName());
          System.out.println("pid " + ProcessHandle.current().pid());
          System.out.println("memory " + Runtime.getRuntime().maxMemory() / 1_000_000);
          System.out.println("release " + Runtime.version().feature());
          System.out.println("property " + System.getProperty("given"));
          System.exit(7);
        }
      }
      """;

  @TempDir private Path temporary;
  private Path home;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(temporary.resolve("with a blank"));
    var script = Tree.ofProject().root().resolve("dataflow");
    Files.copy(script, home.resolve("dataflow"));
    assertThat(home.resolve("dataflow").toFile().setExecutable(true)).isTrue();
    var kafka = Files.createDirectories(home.resolve("cli/target/dataflow/kafka"));
    Files.createFile(kafka.resolve("kafka_2.13-0.jar"));
    pack("cli", "cli/target/dataflow/lib");
    pack("cluster", "cluster/target/dataflow-cluster/lib");
  }

  private void pack(String module, String folder) throws IOException {
    var source = Files.writeString(temporary.resolve("Main.java"), PROGRAM.formatted(module));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var made = compiler.run(null, null, null, "-d", temporary.toString(), source.toString());
    assertThat(made).isZero();
    var lib = Files.createDirectories(home.resolve(folder));
    var file = lib.resolve("dataflow-" + module + "-0.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      var name = "io/dataflow/" + module + "/Main.class";
      jar.putNextEntry(new ZipEntry(name));
      Files.copy(temporary.resolve(name), jar);
    }
  }

  @Test
  void handsOnTheWordsAndTheExitCode() throws Exception {
    var run = run(Map.of(), "validate", "a flow.yaml");
    assertThat(run.code()).isEqualTo(7);
    assertThat(run.lines()).contains("word validate", "word a flow.yaml");
  }

  @Test
  void runsTheClusterOnAClassPathOfItsOwn() throws Exception {
    var run = run(Map.of(), "cluster", "--once");
    assertThat(run.lines()).contains("program io.dataflow.cluster", "word --once");
    assertThat(run(Map.of(), "run").lines()).contains("program io.dataflow.cli", "word run");
  }

  @Test
  void becomesTheProgramSoThatSignalsReachIt() throws Exception {
    var run = run(Map.of(), "processor");
    assertThat(run.lines()).contains("pid " + run.pid());
  }

  @Test
  void findsANewEnoughJavaWhateverJavaHomeSays() throws Exception {
    var old = Files.createDirectories(temporary.resolve("old/bin"));
    assertThat(Files.createFile(old.resolve("java")).toFile().setExecutable(true)).isTrue();
    Files.writeString(temporary.resolve("old/release"), "JAVA_VERSION=\"17.0.15\"\n");
    var run = run(Map.of("JAVA_HOME", temporary.resolve("old").toString()), "run");
    assertThat(run.lines())
        .filteredOn(line -> line.startsWith("release "))
        .allMatch(line -> Integer.parseInt(line.substring(8)) >= 25)
        .hasSize(1);
  }

  @Test
  void givesAProcessorLittleMemoryUnlessToldOtherwise() throws Exception {
    assertThat(memory(run(Map.of(), "processor"))).isBetween(130, 165);
    var told = run(Map.of("JAVA_OPTS", "-Xmx400m -XX:+UseG1GC -Dgiven=yes"), "processor");
    assertThat(memory(told)).isBetween(380, 430);
    assertThat(told.lines()).contains("property yes");
  }

  @Test
  void buildsWhenASourceIsNewer() throws Exception {
    var changed = Files.writeString(home.resolve("pom.xml"), "not a pom");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(10)));
    var run = run(Map.of(), "run");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.startsWith("dataflow: building, once until the sources change"))
        .anyMatch(
            line -> line.startsWith("dataflow: the build failed; what it said last is above"));
  }

  private static int memory(Run run) {
    return run.lines().stream()
        .filter(line -> line.startsWith("memory "))
        .mapToInt(line -> Integer.parseInt(line.substring(7)))
        .findFirst()
        .orElseThrow();
  }

  private record Run(long pid, int code, List<String> lines) {}

  private Run run(Map<String, String> environment, String... words) throws Exception {
    var command = new ArrayList<>(List.of(home.resolve("dataflow").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().remove("JAVA_OPTS");
    builder.environment().put("TMPDIR", temporary.toString());
    builder.environment().putAll(environment);
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    var lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    return new Run(process.pid(), process.waitFor(), lines);
  }
}
