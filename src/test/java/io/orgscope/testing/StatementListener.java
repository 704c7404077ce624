package io.orgscope.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.function.Consumer;

/** Connections that tell the SQL of each statement before it runs. */
public final class StatementListener {

    private StatementListener() {
    }

    public static Connection on(Connection connection, Consumer<String> asked) {
        return on(Connection.class, connection, asked);
    }

    private static <T> T on(Class<T> type, T target, Consumer<String> asked) {
        return type.cast(Proxy.newProxyInstance(StatementListener.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (arguments != null && arguments[0] instanceof String sql && method.getName().matches("(prepare|execute).*")) {
                asked.accept(sql);
            }
            try {
                Object result = method.invoke(target, arguments);
                return method.getName().equals("createStatement") ? on(Statement.class, (Statement) result, asked) : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
