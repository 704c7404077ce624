package io.orgscope.invariant;

/** {@code storedEqualsRouted}: {@link Invariants#STORED_EQUALS_ROUTED}. */
public final class StoredEqualsRoutedPrecondition extends InvariantPrecondition {

    public StoredEqualsRoutedPrecondition() {
        super(Invariants.STORED_EQUALS_ROUTED);
    }
}
