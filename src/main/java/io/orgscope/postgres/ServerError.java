package io.orgscope.postgres;

import java.sql.SQLException;

/** What the driver keeps of an error of the server beside its message. Our class loader may not find the driver's classes. */
final class ServerError {

    private ServerError() {
    }

    /** A part of it, by the name of the driver's method; empty if there is none, or if the error is not one of the server. */
    static String part(SQLException failed, String getter) {
        try {
            Object server = failed.getClass().getMethod("getServerErrorMessage").invoke(failed);
            Object part = server == null ? null : server.getClass().getMethod(getter).invoke(server);
            return part == null ? "" : part.toString();
        } catch (ReflectiveOperationException notOfTheDriver) {
            return "";
        }
    }
}
