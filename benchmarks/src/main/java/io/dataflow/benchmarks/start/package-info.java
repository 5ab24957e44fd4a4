/// How long a processor takes from the start of its process to the first record.
///
/// - `Start`: the command; `Course`: start after start; `StartResult`: what one has shown
/// - `Launcher` with a `Variant` of options: the process; `Readiness`: its `/readyz`
package io.dataflow.benchmarks.start;
