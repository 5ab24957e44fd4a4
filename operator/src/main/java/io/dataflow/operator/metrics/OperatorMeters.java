package io.dataflow.operator.metrics;

import io.dataflow.kubernetes.http.PodFailure;
import io.dataflow.kubernetes.metrics.ReconcileMetrics;
import io.dataflow.kubernetes.metrics.scrape.ScrapeRules;
import io.dataflow.operator.upgrade.UpgradeScheduler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What the operator measures about itself and says about its flows.
public final class OperatorMeters {
  /// Of what processors say only the documented metrics are on the operator's page; the operator's
  /// own names are not theirs to use.
  public static final ScrapeRules PROCESSORS =
      new ScrapeRules(
          "dataflow_",
          List.of(FlowPhases.NAME, "dataflow_controller_", "dataflow_operator_", "dataflow_cron_"),
          "dataflow_operator_processor_up",
          "dataflow_operator_scrape_errors");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ReconcileMetrics reconciles = new ReconcileMetrics(registry, "dataflow_controller");
  private final FlowPhases phases = new FlowPhases();
  private final CronMeters crons = new CronMeters(registry);

  /// Meters that have counted nothing yet; those of the JVM are among them.
  public OperatorMeters() {
    registry.getPrometheusRegistry().register(phases);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /// Metrics of reconciles.
  public ReconcileMetrics reconciles() {
    return reconciles;
  }

  /// Metrics of runs on a schedule.
  public CronMeters crons() {
    return crons;
  }

  /// The phase of each flow.
  public FlowPhases phases() {
    return phases;
  }

  /// A processor did not say how it is.
  public void statusPollFailed(PodFailure reason) {
    Counter.builder("dataflow_operator_status_poll_errors")
        .description("Processors that did not say how they are, by reason.")
        .tag("reason", reason.toString())
        .register(registry)
        .increment();
  }

  /// Tells how far an upgrade of the flows is.
  public void watch(UpgradeScheduler upgrades) {
    flows("waiting", upgrades, UpgradeScheduler::waiting);
    flows("moving", upgrades, UpgradeScheduler::rolling);
    flows("failing", upgrades, UpgradeScheduler::failing);
    Gauge.builder("dataflow_operator_upgrade_halted", upgrades, it -> it.isBlocked() ? 1 : 0)
        .description("1 while flows wait and none gets its turn, as those before do not get ready.")
        .register(registry);
  }

  private void flows(
      String state, UpgradeScheduler upgrades, ToDoubleFunction<UpgradeScheduler> count) {
    Gauge.builder("dataflow_operator_upgrade_flows", upgrades, count)
        .description("Flows that an upgrade has not reached, or not got ready yet.")
        .tag("state", state)
        .register(registry);
  }

  /// For meters of others, the framework's for example.
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /// All of it as Prometheus text.
  public String scrape() {
    return registry.scrape();
  }
}
