/// Prometheus' text format: the families of a page are read, given the labels of the pod that they
/// come from, and written again.
package io.dataflow.kubernetes.metrics.exposition;
