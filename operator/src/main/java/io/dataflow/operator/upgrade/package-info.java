/// An upgrade of the operator rolls out to a few flows at a time.
///
/// - `UpgradeScheduler`: which flows; `UpgradeDecision`, `DeploymentState`: what one may do
package io.dataflow.operator.upgrade;
