package io.dataflow.api.model.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.transformation.Transformation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that say which types are lacking.
class LaterTypesTest {
  interface Unheard {}

  @Test
  void haveTheKeysOfTheirConfig() {
    assertThat(LaterTypes.of(Sink.class)).containsOnlyKeys("iceberg", "nessie");
    assertThat(LaterTypes.of(Sink.class).get("nessie")).contains("baseURL", "branch");
    assertThat(LaterTypes.of(Transformation.class)).isEmpty();
    assertThat(LaterTypes.of(Unheard.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {Source.class, Sink.class})
  void areNoneThatAreThere(Class<?> choice) {
    var model = ChoiceModel.of(choice);
    assertThat(model.later()).isNotEmpty().doesNotContainAnyElementsOf(model.names());
    var keys =
        model.names().stream().flatMap(name -> model.model(name).orElseThrow().keys().stream());
    assertThat(model.laterKeys()).doesNotContainAnyElementsOf(keys.toList());
  }

  @Test
  void areFoundInAJarToo(@TempDir Path folder) throws Exception {
    var home = Path.of(Sink.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var jar = folder.resolve("api.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(home.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    assertThat(Files.size(jar)).isPositive();
    assertThat(laterIn(jar)).isEqualTo(LaterTypes.of(Sink.class));
  }

  private static Object laterIn(Path jar) throws IOException, ReflectiveOperationException {
    var urls = Stream.of(jar.toUri().toURL()).toArray(URL[]::new);
    try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      var types = loader.loadClass(LaterTypes.class.getName());
      var of = types.getDeclaredMethod("of", Class.class);
      of.setAccessible(true);
      return of.invoke(null, loader.loadClass(Sink.class.getName()));
    }
  }
}
