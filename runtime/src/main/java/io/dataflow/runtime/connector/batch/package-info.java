/// What every sink has in common that writes many records at once, all or none.
///
/// - [BatchStore]: what a sink does itself: write some records, or say why not
/// - [BatchWriter]: the writer made of it; [Attempt]: one delivery's way through it,
///   [SlicedAttempt] that of one that is too large to exist at once
/// - [Parts]: which records are tried together next, when some are refused
/// - [PartRefusedException], [Refusal], [Refusals]: what is refused, and why
/// - [Evidence]: the record's fault or the set-up's
package io.dataflow.runtime.connector.batch;
