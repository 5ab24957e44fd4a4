/// What every source keeps to.
///
/// - [SourceContract] is all of it: [SourceTypesContract], [SourceVolumeContract],
///   [SourcePositionContract], [SourceOutageContract], [SourceSetupContract],
///   [SourceSecretsContract], [SourceFlowContract].
/// - [SourceFixture] is what a connector gives: a [SourceOrigin] for each case, a
///   [BreakableOrigin], a [GuardedOrigin].
/// - [SourceRoute] reads as a flow does and keeps what it gets; what the source says of
///   itself is in its [SourceReports].
package io.dataflow.runtime.contract.source;
