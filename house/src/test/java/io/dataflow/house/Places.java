package io.dataflow.house;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The project builds anywhere: no file names a package registry or a folder of somebody's machine.
final class Places implements Rule {
  private static final Pattern REGISTRY =
      Pattern.compile(
          "\\b(?:repo1?\\.maven|maven-central|central\\.sonatype|oss\\.sonatype|s01\\.oss"
              + "|maven\\.google|packages\\.confluent|jitpack|repository\\.apache"
              + "|registry\\.npmjs|registry\\.yarnpkg|pypi|files\\.pythonhosted"
              + "|proxy\\.golang|sum\\.golang|crates|artifactory|nexus)"
              + "(?:\\.[a-z][a-z0-9-]*)*\\.(?:org|com|io|net|dev)\\b");
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<![\\w.\\-/}])/(?:root|work|home/[a-z][\\w-]*|Users/\\w+|tmp/h)/[\\w.\\-/]*");

  @Override
  public Stream<Problem> problems(SourceFile file) {
    var registries =
        file.places(REGISTRY)
            .map(
                place ->
                    file.problem(
                        place,
                        "`{}` is the host of a package registry",
                        "Leave it out: each machine's own settings say where packages come from"));
    var folders =
        file.places(MACHINE)
            .map(
                place ->
                    file.problem(
                        place,
                        "`{}` is a folder of one machine",
                        "Use a path relative to the project, or one under /etc or /tmp/example"));
    return Stream.concat(registries, folders);
  }
}
