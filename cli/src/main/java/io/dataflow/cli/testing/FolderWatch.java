package io.dataflow.cli.testing;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import io.dataflow.cli.terminal.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Tells which files below some directories have changed, a whole burst of changes at a time: an
/// editor that saves, or a branch that is checked out, touches many files in one go.
public final class FolderWatch implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(150);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final WatchService service;
  private final Predicate<Path> wanted;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /// From here on nothing is missed.
  ///
  /// @param roots the directories; those that come to be below them are watched too, and what is no
  ///     directory is not
  /// @param wanted which files count
  /// @throws CommandException when they cannot be watched
  public FolderWatch(List<Path> roots, Predicate<Path> wanted) {
    this.wanted = wanted;
    try {
      this.service = FileSystems.getDefault().newWatchService();
      for (var root : roots) {
        if (Files.isDirectory(root)) {
          add(root, new TreeSet<>());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CommandException(
          "--watch: the directories cannot be watched (" + e.getMessage() + ").", e);
    }
  }

  /// Watches a directory and all below it, and notes the files that are in it already.
  private void add(Path root, Set<Path> found) throws IOException {
    try (var below = Files.walk(root)) {
      for (var path : (Iterable<Path>) below::iterator) {
        if (Files.isDirectory(path)) {
          folders.put(path.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), path);
        } else {
          found.add(path);
        }
      }
    }
  }

  /// Waits until files have changed and then nothing more does for a moment.
  ///
  /// @return what has changed, directories among it when they are gone or when nobody knows what in
  ///     them; empty when the watch was closed
  public Optional<Set<Path>> next() throws InterruptedException {
    try {
      while (true) {
        var changed = new TreeSet<Path>();
        take(service.take(), changed);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LONGEST.toNanos()) {
          var more = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
          if (more == null) {
            break;
          }
          take(more, changed);
        }
        if (!changed.isEmpty()) {
          return Optional.of(changed);
        }
      }
    } catch (ClosedWatchServiceException closed) {
      return Optional.empty();
    }
  }

  private void take(WatchKey key, Set<Path> changed) {
    var folder = folders.get(key);
    for (var event : key.pollEvents()) {
      // Without a name too much has happened at once to tell what.
      var path = event.context() instanceof Path name ? folder.resolve(name) : folder;
      if (event.kind() == ENTRY_CREATE && Files.isDirectory(path)) {
        addNew(path, changed);
      } else if (event.context() == null || wanted.test(path) || isGone(event, path)) {
        changed.add(path);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
  }

  private boolean isGone(WatchEvent<?> event, Path folder) {
    return event.kind() == ENTRY_DELETE && folders.containsValue(folder);
  }

  private void addNew(Path folder, Set<Path> changed) {
    try {
      var found = new TreeSet<Path>();
      add(folder, found);
      found.stream().filter(wanted).forEach(changed::add);
    } catch (NoSuchFileException gone) {
      changed.add(folder);
    } catch (IOException | UncheckedIOException e) {
      throw new CommandException(folder + ": cannot be watched. Look at its permissions.", e);
    }
  }

  /// Ends the watch, and the wait in [#next].
  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the watch cannot be ended", e);
    }
  }
}
