/// What holds whatever comes: properties, each tried on what chance makes.
///
/// - [Tries]: tries something a fixed number of times, and names the seed of what fails
/// - [Chance]: what seeds become; with it are made [AnyPath], [AnyCondition], [AnyStep],
///   [AnyMessages]
/// - [Expected]: what a step may do with the number of messages
///
/// All but the last are compiled for the runtime's tests as well, which take what chance makes
/// through whole flows.
package io.dataflow.api.property;
