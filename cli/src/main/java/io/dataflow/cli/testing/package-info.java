/// Samples as tests: many at a time, in a form that people and CI systems read, again whenever a
/// file changes.
///
/// - `SampleTests` runs samples at the same time; `SampleResult` is how one went
/// - `ResultLines` shows results on a terminal, `JUnitReport` writes them as JUnit XML
/// - `FolderWatch` tells when files change
package io.dataflow.cli.testing;
