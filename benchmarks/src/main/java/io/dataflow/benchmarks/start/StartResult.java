package io.dataflow.benchmarks.start;

import java.time.Duration;

/// What one start has shown.
///
/// @param ready from the start of the process to `/readyz` saying yes
/// @param first from the start of the process to the commit of the first record
/// @param memory bytes resident when the first record was in the table
/// @param idle bytes resident some time later; 0 when nobody waited for that
/// @param cpuSeconds time on a CPU up to the first record
record StartResult(Duration ready, Duration first, long memory, long idle, double cpuSeconds) {}
