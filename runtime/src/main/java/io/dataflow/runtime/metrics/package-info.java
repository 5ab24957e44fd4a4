/// The metrics of a flow: [FlowMeters] has them all, with a [ConnectorMeter] for each end and a
/// [StepMeter] for each step; a [HistogramFamily] holds a [Histogram] for each set of labels.
package io.dataflow.runtime.metrics;
