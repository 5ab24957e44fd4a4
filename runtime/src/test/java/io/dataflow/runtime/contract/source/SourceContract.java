package io.dataflow.runtime.contract.source;

/// All that a source keeps to. A connector's test class implements it, gives its [SourceFixture],
/// and inherits every case.
public interface SourceContract
    extends SourceTypesContract,
        SourceVolumeContract,
        SourcePositionContract,
        SourceOutageContract,
        SourceSetupContract,
        SourceSecretsContract,
        SourceFlowContract {}
