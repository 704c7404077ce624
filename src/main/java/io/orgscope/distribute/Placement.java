package io.orgscope.distribute;

/** Which kind of table one is to become, and why. */
record Placement(TableKind kind, String reason) {
}
