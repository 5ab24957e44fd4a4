/// Logs: [Logging] sets them up, as [PlainLines] for people or as [JsonLines] for machines.
package io.dataflow.runtime.log;
