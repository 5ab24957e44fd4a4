/// What sinks look for in the values of records: [JsonValue].
package io.dataflow.runtime.connector.table.value;
