/// Trino, over its statement protocol: [TrinoClient] runs a [Statement], each [StatementAnswer]
/// says
/// where the next one is, and of which [ResultColumn]s rows are; its errors ([TrinoException],
/// [ErrorName], [TrinoProblem]) and names ([TrinoName]).
package io.dataflow.runtime.trino;
