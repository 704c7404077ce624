package io.orgscope.distribute;

/** The kind that a table gets, and why. */
record Placement(TableKind kind, String reason) {
}
