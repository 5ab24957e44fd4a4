/// What every sink keeps to.
///
/// - [SinkContract] is all of it: [SinkTypesContract], [SinkNamesContract], [SinkVolumeContract],
///   [SinkPoisonContract], [SinkOutageContract], [SinkSetupContract], [SinkSecretsContract],
///   [SinkTableContract], [SinkFlowContract].
/// - [SinkFixture] is what a connector gives: a [SinkTarget] for each case, a [BreakableTarget], a
///   [GuardedTarget].
/// - [SinkRoute] writes as a flow does, and says what came of it: [Outcome].
package io.dataflow.runtime.contract.sink;
