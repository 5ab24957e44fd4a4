package io.dataflow.operator;

import io.dataflow.kubernetes.certificate.WebhookIdentity;
import io.dataflow.kubernetes.controller.OwnDeployment;
import io.dataflow.kubernetes.settings.Environment;
import io.dataflow.kubernetes.settings.SettingException;
import io.dataflow.operator.secret.SecretGrant;
import io.dataflow.operator.workload.ProcessorDefaults;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the operator's environment says (`docs/install.md`).
///
/// @param environment its variables
record OperatorSettings(Environment environment) {
  private static final int THREADS = 16;
  private static final int BATCH = 10;
  private static final int POLL = 5;
  private static final int COUNTS = 15;

  OperatorSettings(Map<String, String> environment) {
    this(new Environment(environment));
  }

  private Optional<String> text(String name) {
    return environment.text(name);
  }

  /// What every processor gets.
  ProcessorDefaults processors() {
    return new ProcessorDefaults(
        text("PROCESSOR_IMAGE").orElseThrow(OperatorSettings::noImage),
        environment.flag("INLINE_SECRETS", false),
        environment.flag("OPENSHIFT", false),
        variables());
  }

  /// Flows that get what is new for all of them at once, at most, when the operator is upgraded.
  int rolloutBatch() {
    return environment.number("ROLLOUT_BATCH", 1, BATCH);
  }

  /// Whether the processors' metrics are on the operator's page too.
  boolean gathersMetrics() {
    return environment.flag("PROCESSOR_METRICS", true);
  }

  private Map<String, String> variables() {
    var variables = new TreeMap<String, String>();
    variables.put("LOG_LEVEL", environment.level("PROCESSOR_LOG_LEVEL"));
    variables.put(
        "PROCESSOR_PROGRESS_TIMEOUT_SECONDS",
        text("PROCESSOR_PROGRESS_TIMEOUT_SECONDS").orElse("3600"));
    if (environment.flag("PROCESSOR_CAMEL_METRICS", false)) {
      variables.put("CAMEL_METRICS", "true");
    }
    environment
        .variables()
        .forEach(
            (name, value) -> {
              if (name.startsWith("SENTRY_") && !value.isBlank()) {
                variables.put(name, value);
              }
            });
    return variables;
  }

  /// Secrets that flows of other namespaces may use: all of a namespace, for everybody; or those
  /// that are named, for who is named.
  List<SecretGrant> secretGrants() {
    var grants = new ArrayList<SecretGrant>();
    environment
        .namespaces("SECRET_NAMESPACES")
        .forEach(it -> grants.add(new SecretGrant(it, Set.of(), Set.of())));
    text("SECRET_GRANTS")
        .ifPresent(it -> grants.addAll(SecretGrantsJson.parse("SECRET_GRANTS", it)));
    return grants;
  }

  /// Namespaces that the operator watches; empty for all.
  Set<String> watchedNamespaces() {
    return environment.namespaces("WATCH_NAMESPACES");
  }

  /// Where the operator itself runs; empty outside a cluster.
  Optional<String> namespace() {
    return text("OPERATOR_NAMESPACE");
  }

  /// The operator's own Deployment, when it is told which.
  Optional<OwnDeployment> deployment() {
    return namespace()
        .flatMap(
            space -> text("OPERATOR_DEPLOYMENT_NAME").map(name -> new OwnDeployment(space, name)));
  }

  /// Flows that are reconciled at once, at most.
  int threads() {
    return environment.number("MAX_CONCURRENT_RECONCILES", 1, THREADS);
  }

  // Nobody's registry is right for everybody, and processors see what flows see.
  private static SettingException noImage() {
    return new SettingException(
        "PROCESSOR_IMAGE: missing. Write the image of processors, such as"
            + " registry.example.com/dataflow:1.0.");
  }

  /// Has the log written to a file instead of standard output. What is logged is the environment's
  /// `LOG_LEVEL` to say.
  ///
  /// @throws SettingException when there is no such level
  void startLog(Optional<String> file) {
    environment.level("LOG_LEVEL");
    file.ifPresent(
        path -> {
          try {
            System.setOut(
                new PrintStream(new FileOutputStream(path, true), true, StandardCharsets.UTF_8));
          } catch (FileNotFoundException e) {
            throw new UncheckedIOException(
                "--log-file: " + e.getMessage() + ". Name a file that can be written.", e);
          }
        });
  }

  /// The address of ports whose flags name none.
  Optional<String> bindAddress() {
    return text("BIND_ADDRESS");
  }

  /// How the API server knows the webhook; empty when there is none to serve.
  Optional<WebhookIdentity> webhook() {
    return namespace()
        .flatMap(
            space ->
                text("WEBHOOK_SERVICE")
                    .map(
                        service ->
                            WebhookIdentity.of(
                                space,
                                service,
                                text("WEBHOOK_CONFIGURATION").orElse(service),
                                DataFlowOperator.NAME)));
  }

  /// Where the webhook's certificate is mounted; empty when the operator makes it itself.
  Optional<Path> webhookCertificates() {
    return text("WEBHOOK_CERT_DIR").map(Path::of);
  }

  /// Seconds between two polls of every processor.
  Duration pollInterval() {
    return Duration.ofSeconds(environment.number("STATUS_INTERVAL_SECONDS", 1, POLL));
  }

  /// Seconds between two writes of a flow's status when nothing but its counts has changed.
  Duration countInterval() {
    return Duration.ofSeconds(environment.number("STATUS_COUNTERS_INTERVAL_SECONDS", 1, COUNTS));
  }

  /// Who this replica is, for the Lease.
  Optional<String> identity() {
    return text("POD_NAME").or(() -> text("HOSTNAME"));
  }
}
