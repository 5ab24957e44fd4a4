package io.dataflow.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What a benchmark found out, as Markdown: shown on the terminal and kept in `results`.
public final class Report {
  private final String name;
  private final StringBuilder text = new StringBuilder();

  /// A report under a title; `name` is the file's name without its ending.
  public Report(String name, String title, Machine machine) {
    this.name = name;
    text.append("# ").append(title).append("\n\n");
    text.append(LocalDate.now(ZoneOffset.UTC)).append(", ").append(machine.words()).append(".\n");
  }

  /// Adds a paragraph.
  public Report paragraph(String words) {
    text.append('\n').append(words.strip()).append('\n');
    return this;
  }

  /// Adds a table under a heading of its own.
  public Report table(String heading, Table table) {
    text.append("\n## ").append(heading).append("\n\n").append(table.markdown());
    return this;
  }

  /// Shows it and writes its file.
  public void publish() {
    System.out.println();
    System.out.print(text);
    var file = Home.folder().resolve("benchmarks/results").resolve(name + ".md");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    System.out.println("\nwritten to " + Path.of("benchmarks", "results", name + ".md"));
  }
}
