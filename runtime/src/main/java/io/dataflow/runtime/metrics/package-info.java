/// The metrics of a flow: [FlowMeters] has them all, with a [TaskMeter] for the whole of it, a
/// [SourceMeter], a [StepMeter] for each step and a [SinkMeter] for each sink; [Operations],
/// [SizeMeter] and [Window] are what these count with. A [HistogramFamily] holds a [Histogram] for
/// each set of labels.
package io.dataflow.runtime.metrics;
