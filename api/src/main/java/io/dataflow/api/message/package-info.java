/// A record on its way from source to sink.
///
/// - `Message`: the record; `Metadata` and `Header`: what its source knows besides the body
/// - `Emitter`: where a step puts what it makes of a message
/// - `Children`: the many messages that one becomes
/// - `Destination`: where a router has sent it
/// - `AddedMetadata`, `RoutedMetadata`: what steps and routers add to it
package io.dataflow.api.message;
