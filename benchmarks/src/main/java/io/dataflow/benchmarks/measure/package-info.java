/// What all benchmarks measure with, and how they tell of it.
///
/// - `MeasuredProcess`, `ProcessFigures`, `MemoryCurve`: what a process takes; `JavaCommand`:
///   how it is started
/// - `Turns`, a `Turn` each: contestants in one JVM
/// - `Spread`, `Figures`, `Table`, `Report`: from runs to a page of Markdown; `Machine`: where
///   they ran
/// - `Home`, `WorkFolder`: where files are
package io.dataflow.benchmarks.measure;
