package io.dataflow.cli.demo;

/// What a record of the demo's topic is, and so where it must end up.
enum OrderKind {
  /// An order like most.
  PLAIN(Place.ORDERS),
  /// An order that is worth a table of its own.
  LARGE(Place.LARGE_ORDERS),
  /// A test of the shop, which nobody wants to keep.
  TEST(Place.DROPPED),
  /// Not JSON at all.
  NOT_JSON(Place.REJECTED_ORDERS),
  /// A word where the table wants a number.
  WORD_FOR_NUMBER(Place.REJECTED_ORDERS),
  /// A NUL character, which JSON can carry and PostgreSQL cannot keep.
  NUL_CHARACTER(Place.REJECTED_ORDERS),
  /// A row that a constraint of the table forbids.
  FORBIDDEN(Place.REJECTED_ORDERS);

  private final Place place;

  OrderKind(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }
}
