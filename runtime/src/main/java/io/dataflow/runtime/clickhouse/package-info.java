/// ClickHouse, over its HTTP interface: [ClickhouseAddress], [ClickhouseClient], its errors
/// ([ServerException], [ErrorCode], [ClickhouseProblem]) and names ([ClickhouseName]).
package io.dataflow.runtime.clickhouse;
