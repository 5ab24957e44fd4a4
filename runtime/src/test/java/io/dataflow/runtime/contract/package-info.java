/// What every connector of DataFlow keeps to, as tests that a connector's test class inherits:
/// `docs/contract-tests.md` lists them.
///
/// - [io.dataflow.runtime.contract.sink] and [io.dataflow.runtime.contract.source]: the cases, by
///   subject, and the fixtures that a connector gives for them.
/// - [Case] marks a case. A [Capability] that a connector is without takes out the cases that need
///   it, with the connector's reason ([Applicability]); [ContractPage] says so on the page.
/// - What cases stand on: connectors from [ConnectorFactories] in [ConnectorRoutes], a
///   [ServerProxy] that breaks the way to a server, [Records], [StoredRecord], [Field],
///   [CapturedOutput].
package io.dataflow.runtime.contract;
