package io.dataflow.kubernetes.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/// What tells that files were replaced, without reading them: where they really are, as Kubernetes
/// swaps a symbolic link, and when they were written.
record FileSnapshot(List<Path> files, List<FileTime> times) {
  static FileSnapshot of(Path... paths) throws IOException {
    var files = new ArrayList<Path>();
    var times = new ArrayList<FileTime>();
    for (var path : paths) {
      files.add(path.toRealPath());
      times.add(Files.getLastModifiedTime(path));
    }
    return new FileSnapshot(files, times);
  }
}
