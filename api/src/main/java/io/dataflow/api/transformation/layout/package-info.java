/// How a time is written, as Go says it.
///
/// - `GoLayout`: a layout; `LayoutParser`, `LayoutPart`, `LayoutElement`: what it is made of
package io.dataflow.api.transformation.layout;
