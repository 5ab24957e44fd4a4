package io.dataflow.runtime.contract.sink;

/// All that a sink keeps to. A connector's test class implements it, gives its [SinkFixture], and
/// inherits every case.
public interface SinkContract
    extends SinkTypesContract,
        SinkNamesContract,
        SinkVolumeContract,
        SinkPoisonContract,
        SinkOutageContract,
        SinkSetupContract,
        SinkSecretsContract,
        SinkTableContract,
        SinkFlowContract,
        SinkOnceContract {}
