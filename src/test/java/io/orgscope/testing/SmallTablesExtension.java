package io.orgscope.testing;

import io.orgscope.postgres.Table;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Takes away the size with which the build says that no table is small, for the time of a test. */
final class SmallTablesExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(SmallTablesExtension.class);

    SmallTablesExtension() {
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(Table.SMALL, System.clearProperty(Table.SMALL));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        String before = context.getStore(NAMESPACE).remove(Table.SMALL, String.class);
        if (before != null) {
            System.setProperty(Table.SMALL, before);
        }
    }
}
