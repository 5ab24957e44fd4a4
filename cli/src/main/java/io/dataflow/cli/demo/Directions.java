package io.dataflow.cli.demo;

import java.util.List;
import java.util.Optional;

/// Where a person may go from here.
final class Directions {
  private static final long PID = ProcessHandle.current().pid();

  private Directions() {}

  static List<String> lines(boolean keep) {
    return List.of(
        "",
        "What to look at next:",
        "  samples/demo/flow.yaml             the flow that you have just seen",
        "  ./dataflow explain samples/demo    what each step does to a few records, without"
            + " servers",
        "  ./dataflow test samples/demo       whether it is what the sample's files say",
        "  ./dataflow validate my.yaml        all problems of a flow of your own",
        "  ./dataflow run my.yaml             run it against your own servers",
        keep ? "" : "  ./dataflow demo --keep             the same, and look into both servers");
  }

  static List<String> addresses(DemoServers servers, int port, Optional<Integer> jolokia) {
    return List.of(
        "Everything runs on until Ctrl-C:",
        "  Kafka        " + servers.bootstrap() + ", topic " + DemoServers.TOPIC,
        "  PostgreSQL   psql " + servers.connectionString(),
        "               " + servers.jdbcUrl(),
        "  metrics      curl http://127.0.0.1:" + port + "/metrics",
        jolokia
            .map(number -> "  Hawtio       http://127.0.0.1:" + number + "/jolokia")
            .orElse("  JMX          jconsole " + PID + "; with --jolokia 8778 for Hawtio too"));
  }
}
