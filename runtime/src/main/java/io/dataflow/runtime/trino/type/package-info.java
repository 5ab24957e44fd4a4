/// From JSON to what stands in a statement for a column of Trino's, every digit of it.
///
/// - [TrinoType]: what a type's name in the catalog means, taken apart by [TypeText]
/// - [TrinoEncoder]: a value of a type: [TrinoBoolean], [TrinoInteger], [TrinoFloat],
///   [TrinoDecimal], [TrinoText], [TrinoBinary], [TrinoDate], [TrinoTime] and
///   [TrinoTimestamp] with their [Fraction], [TrinoUuid], [TrinoJson], [TrinoNested]
///   with its [TrinoDocument]s;
///   [TrinoUnknown] for any other
package io.dataflow.runtime.trino.type;
