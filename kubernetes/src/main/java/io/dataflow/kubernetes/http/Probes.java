package io.dataflow.kubernetes.http;

import com.sun.net.httpserver.HttpHandler;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// The operator's probes (`docs/install.md`): `/healthz` as long as the process answers, `/readyz`
/// when everything that it needs to serve is there.
public final class Probes {
  private final Map<String, BooleanSupplier> conditions;

  private Probes(Map<String, BooleanSupplier> conditions) {
    this.conditions = new TreeMap<>(conditions);
  }

  /// The pages of a port.
  ///
  /// @param conditions what must hold to be ready, each by the name that a person is shown
  public static Map<String, HttpHandler> pages(Map<String, BooleanSupplier> conditions) {
    var probes = new Probes(conditions);
    return Map.of(
        "/healthz", exchange -> TextResponse.of(200, "ok\n").send(exchange),
        "/readyz", exchange -> probes.ready().send(exchange));
  }

  /// A condition that fails to tell does not hold: a probe must never break.
  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (RuntimeException _) {
      return false;
    }
  }

  TextResponse ready() {
    var text = new StringBuilder();
    boolean ready = true;
    for (var condition : conditions.entrySet()) {
      boolean holds = holds(condition.getValue());
      ready &= holds;
      text.append(holds ? "[+] " : "[-] ").append(condition.getKey()).append('\n');
    }
    return TextResponse.of(ready ? 200 : 503, (ready ? "ready\n" : "not ready\n") + text);
  }
}
