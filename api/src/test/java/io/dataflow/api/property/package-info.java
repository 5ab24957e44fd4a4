/// What holds whatever comes: properties, each tried on what chance makes.
///
/// - [Tries]: tries something a fixed number of times, and names the seed of what fails
/// - [Chance]: what seeds become; with it are made [AnyPath], [AnyCondition], [AnyStep],
///   [AnyMessages]
/// - [Expected]: what a step may do with the number of messages
package io.dataflow.api.property;
