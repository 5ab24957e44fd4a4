/// A real schema registry: `SchemaRegistryServer` with the program from `SchemaRegistryHome` and,
/// before it, `SchemaRegistryDoor` for logins and TLS.
package io.dataflow.testbed.registry;
