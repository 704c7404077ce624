package io.orgscope.invariant;

/**
 * {@code storedEqualsRouted}: each row holds the organization that its routes give, unless they give none or the
 * application chose another.
 */
public final class StoredEqualsRoutedPrecondition extends InvariantPrecondition {

    static final Invariant RULE = new StoredEqualsRouted();

    public StoredEqualsRoutedPrecondition() {
        super(RULE);
    }
}
