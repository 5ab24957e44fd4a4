/// The contracts on a real ClickHouse.
///
/// - [ClickhouseSinkContractTest] with its [ClickhouseSinkFixture].
/// - [ClickhouseSite]: the database; [TableTarget]: tables from their owner's side.
package io.dataflow.runtime.contract.clickhouse;
