/// Metrics of reconciles. `scrape` gathers those of pods and puts both on one page; `exposition`
/// reads and writes Prometheus' text format.
package io.dataflow.kubernetes.metrics;
