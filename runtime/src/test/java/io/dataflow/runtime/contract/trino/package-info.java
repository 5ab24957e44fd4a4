/// The contracts on a real Trino, in tables of [TrinoSite].
///
/// - [TrinoSinkContractTest] with its [TrinoSinkFixture], whose tables are [TableTarget]s
/// - [TrinoSourceContractTest] with its [TrinoSourceFixture], whose tables are [TableOrigin]s
/// - [FakeTokenServer] gives the tokens of [TrinoLoginTest]
package io.dataflow.runtime.contract.trino;
