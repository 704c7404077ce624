package io.orgscope.scan;

import java.sql.Connection;
import java.util.List;

/** What only the data can tell. */
final class DataRules {

    DataRules(Connection connection, Context context, ScanOptions.Deep deep) {
    }

    List<Finding> check() {
        return List.of();
    }

    List<DataCheck> checks() {
        return List.of();
    }
}
