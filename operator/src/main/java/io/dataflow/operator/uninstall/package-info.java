/// The operator's end: what it has to let go of before it is taken away.
///
/// - `Uninstaller`, `UninstallPolicy`: the steps
/// - `FinalizerRemoval`: takes the finalizers off
package io.dataflow.operator.uninstall;
