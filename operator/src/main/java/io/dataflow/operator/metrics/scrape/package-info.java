/// The operator's page of metrics: its own, and those of all processors, which it asks for them.
package io.dataflow.operator.metrics.scrape;
