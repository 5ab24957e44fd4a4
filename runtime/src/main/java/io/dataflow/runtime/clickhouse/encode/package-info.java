/// From JSON to ClickHouse's format RowBinaryWithDefaults, every digit of it.
///
/// - [ClickhouseType]: what a type's name in the catalog means, taken apart by [TypeName];
///   [DefaultedEncoder]: a column's value
/// - [ValueEncoder]: a value of a type: [IntegerEncoder], [FloatEncoder], [DecimalEncoder],
///   [BoolEncoder], [StringEncoder], [FixedStringEncoder], [DateEncoder], [InstantEncoder],
///   [UuidEncoder], [AddressEncoder], [EnumEncoder]; of others:
///   [NullableEncoder], [ElementsEncoder], [MapEncoder], [TupleEncoder]
/// - [RowBinary]: what they have in common
package io.dataflow.runtime.clickhouse.encode;
