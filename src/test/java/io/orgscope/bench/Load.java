package io.orgscope.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The application: clients that send statements at fixed times, whether or not the ones before were answered. What a
 * stall holds up is counted from when it should have been sent.
 */
final class Load implements AutoCloseable {

    private final List<LoadClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load() {
    }

    /**
     * Starts clients.
     *
     * @param updated   how many of the rows they update
     * @param perSecond statements a second that they send, all together
     */
    static Load start(String url, int rows, int updated, int clients, int perSecond) {
        Load load = new Load();
        long interval = 1_000_000_000L * clients / perSecond;
        long start = System.nanoTime();
        for (int number = 0; number < clients; number++) {
            LoadClient client = new LoadClient(url, rows, updated, number, start + interval * number / clients, interval);
            Thread thread = new Thread(client, "client-" + number);
            thread.setDaemon(true);
            thread.start();
            load.clients.add(client);
            load.threads.add(thread);
        }
        return load;
    }

    /** Deploys the application that writes the column itself, and returns when no statement of the old one is running. */
    void upgrade() {
        clients.forEach(client -> client.release(true));
        clients.forEach(LoadClient::awaitRelease);
    }

    /** Deploys the old application again. */
    void downgrade() {
        clients.forEach(client -> client.release(false));
        clients.forEach(LoadClient::awaitRelease);
    }

    /** Sends what is due until then, and waits for the answers. */
    void stopAt(long nanoTime) throws InterruptedException {
        clients.forEach(client -> client.stopAt(nanoTime));
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What happened to the statements that were due in a span of time. */
    Recording recording(long from, long to) {
        Recording recording = new Recording(from, to);
        clients.forEach(client -> client.events().addTo(recording));
        return recording;
    }

    @Override
    public void close() throws SQLException {
        clients.forEach(client -> client.stopAt(System.nanoTime()));
    }
}
