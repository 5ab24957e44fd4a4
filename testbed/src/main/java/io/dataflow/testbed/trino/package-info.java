/// A real Trino: `TrinoServer`, a process of `TrinoLauncher` with the jars from `TrinoHome`, with
/// `TrinoSettings`, which lets in `TrinoLogins` by `TrinoPasswords`.
package io.dataflow.testbed.trino;
