/// The operator's plain HTTP ports: probes, and what they share with the metrics.
package io.dataflow.operator.health;
