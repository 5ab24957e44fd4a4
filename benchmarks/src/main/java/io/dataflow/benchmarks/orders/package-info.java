/// The orders that benchmarks read and write.
///
/// - `Order` in a `Form`: one record; `OrderTopic`: many of them
/// - `OrderTable`, `Content`, `Commits`: where they end, what is there, and since when
/// - `OrderFlow`: the flow between; `Servers`: the broker and the database
package io.dataflow.benchmarks.orders;
