package io.dataflow.cli.servers;

import io.dataflow.cli.progress.Stopwatch;
import io.dataflow.cli.terminal.Amount;
import io.dataflow.cli.terminal.CommandException;
import io.dataflow.cli.terminal.Terminal;
import io.dataflow.testbed.Goodbye;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// Servers from their start to Ctrl-C.
///
/// @param names which, each once
record ServersSession(Terminal terminal, List<ServerName> names) {

  /// Starts them, prints their addresses, and does not return while they run.
  ///
  /// @throws CommandException when one cannot be started; then the others are gone
  int run() throws InterruptedException {
    var titles = names.stream().map(ServerName::title).collect(Collectors.joining(", "));
    terminal.line("Starting " + titles + " …");
    var stopwatch = new Stopwatch();
    try (var goodbye = new Goodbye(this::sayGoodbye)) {
      var servers = start();
      terminal.line("Ready after " + Amount.time(stopwatch.elapsed()) + ". For manifests:");
      terminal.line("");
      int width = names.stream().mapToInt(name -> name.word().length()).max().orElseThrow();
      for (var server : servers) {
        terminal.line("  %s   %s".formatted(padded(server.name().word(), width), server.setting()));
      }
      terminal.line("");
      terminal.line("They run until Ctrl-C, and nothing of them stays behind.");
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(width - word.length());
  }

  /// All at the same time, as each waits for much and computes little.
  private List<LocalServer> start() {
    var starting =
        names.stream()
            .map(name -> CompletableFuture.supplyAsync(() -> LocalServer.start(name)))
            .toList();
    var started = new ArrayList<LocalServer>();
    try {
      starting.forEach(it -> started.add(it.join()));
      return started;
    } catch (CompletionException e) {
      started.forEach(LocalServer::close);
      throw new CommandException("servers: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private void sayGoodbye() {
    terminal.line("");
    terminal.line("Stopped. The servers and all they held are gone.");
    terminal.out().close();
    terminal.err().close();
  }
}
