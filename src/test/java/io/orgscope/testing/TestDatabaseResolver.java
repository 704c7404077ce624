package io.orgscope.testing;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its database; the context's store closes it when the test, or the class, is over. */
final class TestDatabaseResolver implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TestDatabaseResolver.class);

    TestDatabaseResolver() {
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(TestDatabase.class, type -> create());
    }

    private static TestDatabase create() {
        try {
            return TestDatabase.create();
        } catch (SQLException e) {
            throw new ParameterResolutionException("No database for the test", e);
        }
    }
}
