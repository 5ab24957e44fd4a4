package io.dataflow.api.template;

import io.dataflow.api.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The route templates and Kamelets that a flow may name.
public final class Templates {
  private final Map<String, RouteTemplate> byName = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Templates(List<TemplateFile> files) {
    files.forEach(this::add);
  }

  /// No template at all.
  public static Templates none() {
    return new Templates(List.of());
  }

  /// Those in these files.
  public static Templates of(List<TemplateFile> files) {
    return new Templates(files);
  }

  /// Those in all `*.yaml` and `*.yml` of these directories; one that is not there holds none.
  public static Templates in(List<Path> directories) {
    var files = new ArrayList<TemplateFile>();
    try {
      for (var directory : directories.stream().distinct().toList()) {
        if (Files.isDirectory(directory)) {
          files.addAll(files(directory));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Templates(files);
  }

  private static List<TemplateFile> files(Path directory) throws IOException {
    try (var all = Files.list(directory)) {
      var names =
          all.filter(it -> it.toString().matches(".*\\.ya?ml"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      var files = new ArrayList<TemplateFile>();
      for (var name : names) {
        files.add(new TemplateFile(name.toString(), Files.readString(name)));
      }
      return files;
    }
  }

  private void add(TemplateFile file) {
    problems.addAll(file.problems());
    for (var template : file.templates()) {
      var first = byName.putIfAbsent(template.name(), template);
      if (first != null) {
        problems.add(
            new Problem(
                file.name(),
                "template `%s` is in %s already. Give one of the two another name."
                    .formatted(template.name(), first.file().name())));
      }
    }
  }

  /// The template of this name.
  public Optional<RouteTemplate> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The names of all.
  public Collection<String> names() {
    return byName.keySet();
  }

  /// What is wrong with the files; the paths are theirs.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
