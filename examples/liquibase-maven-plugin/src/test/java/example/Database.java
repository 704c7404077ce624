package example;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** Stands for the database that your build has: it runs until Maven ends. */
public final class Database {

    private Database() {
    }

    public static void main(String[] arguments) throws IOException {
        EmbeddedPostgres.builder().setPort(Integer.parseInt(arguments[0])).start();
    }
}
