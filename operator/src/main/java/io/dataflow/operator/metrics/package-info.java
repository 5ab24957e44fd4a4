/// What the operator measures about itself and says about its flows. `scrape` gathers the
/// processors' metrics and puts both on one page; `exposition` reads and writes Prometheus' text
/// format.
package io.dataflow.operator.metrics;
