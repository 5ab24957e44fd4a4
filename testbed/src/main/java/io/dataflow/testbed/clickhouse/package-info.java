/// A real ClickHouse: `ClickHouseServer`, a process of `ClickHouseLauncher` with the engine from
/// `ClickHouseHome`.
package io.dataflow.testbed.clickhouse;
