package io.dataflow.runtime.camel;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.spec.DataFlowSpec;
import io.dataflow.api.spec.Manifest;
import io.dataflow.api.spec.Reading;
import io.dataflow.api.template.Schemes;
import io.dataflow.api.template.TemplateFile;
import io.dataflow.api.template.Templates;
import io.dataflow.runtime.FlowRunner;
import io.dataflow.runtime.TestFlow;
import io.dataflow.runtime.flow.FlowOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A flow from files in a folder through steps into a sink, with templates of its author.
///
/// @param folder a source reads its `in`, a file sink may write its `out`
record CamelFlow(Path folder, String rest, List<TemplateFile> files, Secrets secrets) {
  CamelFlow(Path folder, String rest, String... templates) {
    this(folder, rest, files(templates), Secrets.none());
  }

  private static List<TemplateFile> files(String... templates) {
    var files = new ArrayList<TemplateFile>();
    for (var text : templates) {
      files.add(new TemplateFile("template-" + files.size() + ".yaml", text));
    }
    return files;
  }

  CamelFlow with(Secrets others) {
    return new CamelFlow(folder, rest, files, others);
  }

  /// Puts messages there, one file each, in the order of their names.
  CamelFlow reads(String... messages) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    for (int i = 0; i < messages.length; i++) {
      Files.writeString(folder.resolve("in").resolve("%04d.json".formatted(i)), messages[i]);
    }
    return this;
  }

  DataFlowSpec spec() {
    var yaml =
        "source: {type: camel, config: {uri: 'file:%s/in?sortBy=file:name', options: {delay: 20, initialDelay: 0}}}\n"
                .formatted(folder)
            + rest.replace("FOLDER", folder.toString());
    return switch (Manifest.parse(yaml).bind(secrets)) {
      case Reading.Valid valid -> valid.flow().spec();
      case Reading.Invalid invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }

  FlowRunner start(Optional<Duration> untilIdle) {
    var extensions = new FlowOptions.Extensions(Templates.of(files), Schemes.byDefault());
    return FlowRunner.start(
        spec(), TestFlow.options().withUntilIdle(untilIdle).withExtensions(extensions));
  }

  FlowRunner run() throws InterruptedException {
    var runner = start(Optional.of(Duration.ofMillis(300)));
    runner.await();
    return runner;
  }

  /// What is in a folder's files, in the order of their names.
  List<String> in(String name) throws IOException {
    if (!Files.isDirectory(folder.resolve(name))) {
      return List.of();
    }
    try (var all = Files.list(folder.resolve(name))) {
      var contents = new ArrayList<String>();
      for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(Files.readString(file));
      }
      return contents;
    }
  }
}
