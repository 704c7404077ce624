package io.orgscope.invariant;

/** {@code storedEqualsRouted}: what a row holds is what its routes say, where they say something and the application did not choose. */
public final class StoredEqualsRoutedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StoredEqualsRouted();

    public StoredEqualsRoutedPrecondition() {
        super(RULE);
    }
}
