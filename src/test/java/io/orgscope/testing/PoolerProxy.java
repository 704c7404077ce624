package io.orgscope.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * As much of a connection pooler as tests need: clients get server sessions of a pool, in session mode one for good, in
 * transaction mode another one for each transaction. It knows the server's trust authentication and no encryption.
 */
public final class PoolerProxy implements AutoCloseable {

    /** When a client gives its server session back. */
    public enum Mode { SESSION, TRANSACTION }

    private static final int SSL_REQUEST = 80877103;
    private static final int PROTOCOL = 196608;
    private static final int TERMINATE = 'X';
    private static final int CANCEL_KEY = 'K';

    private final Mode mode;
    private final Postgres server;
    private final String database;
    private final ServerSocket socket;
    private final Deque<Backend> idle = new ArrayDeque<>();
    private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());

    private PoolerProxy(Mode mode, TestDatabase database) throws IOException {
        this.mode = mode;
        this.server = Postgres.server();
        this.database = database.name();
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accept = new Thread(this::accept, "pooler");
        accept.setDaemon(true);
        accept.start();
    }

    public static PoolerProxy in(Mode mode, TestDatabase database) throws IOException {
        return new PoolerProxy(mode, database);
    }

    /** A URL through the pooler; prepared statements of the driver would not survive the change of a session. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + socket.getLocalPort() + "/" + database + "?user=" + Postgres.SUPERUSER
                + "&sslmode=disable&prepareThreshold=0";
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread thread = new Thread(() -> serve(client), "pooled client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = input(client);
            DataOutputStream out = output(client);
            startup(in, out);
            Backend backend = take();
            backend.greet(out);
            if (mode == Mode.TRANSACTION) {
                give(backend);
            }
            out.flush();
            boolean over = true;
            for (int type = in.readUnsignedByte(); type != TERMINATE; type = in.readUnsignedByte()) {
                if (over && mode == Mode.TRANSACTION) {
                    backend = take();
                }
                over = exchange(type, in, out, backend);
                if (over && mode == Mode.TRANSACTION) {
                    give(backend);
                }
                // Afterwards: when the client knows that its transaction is over, another client can have the session.
                out.flush();
            }
        } catch (IOException gone) {
            // The client has left, or the server has.
        }
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** A message that is sent in pieces, without TCP_NODELAY, waits 40 ms for an acknowledgement. */
    private static DataOutputStream output(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** The client's first message; an encrypted connection is declined. */
    private static void startup(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] rest = new byte[in.readInt() - 8];
            int code = in.readInt();
            in.readFully(rest);
            if (code != SSL_REQUEST) {
                return;
            }
            out.write('N');
            out.flush();
        }
    }

    /** One message to the server, and its answers where it has any; whether the transaction is over then. */
    private static boolean exchange(int type, DataInputStream in, DataOutputStream out, Backend backend) throws IOException {
        byte[] body = new byte[in.readInt() - 4];
        in.readFully(body);
        write(backend.out, type, body);
        if (type != 'Q' && type != 'S') {
            return false;
        }
        backend.out.flush();
        while (true) {
            int answer = backend.in.readUnsignedByte();
            byte[] said = new byte[backend.in.readInt() - 4];
            backend.in.readFully(said);
            write(out, answer, said);
            if (answer == 'Z') {
                return said[0] == 'I';
            }
        }
    }

    private static void write(DataOutputStream out, int type, byte[] body) throws IOException {
        out.write(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    private synchronized Backend take() throws IOException {
        return idle.isEmpty() ? new Backend() : idle.pop();
    }

    private synchronized void give(Backend backend) {
        idle.push(backend);
    }

    /** A session of the server. */
    private final class Backend {

        private final DataInputStream in;
        private final DataOutputStream out;
        private final ByteArrayOutputStream greeting = new ByteArrayOutputStream();

        Backend() throws IOException {
            Socket to = new Socket(server.host(), server.port());
            open.add(to);
            in = input(to);
            out = output(to);
            byte[] names = ("user\0" + Postgres.SUPERUSER + "\0database\0" + database + "\0\0").getBytes(StandardCharsets.UTF_8);
            out.writeInt(names.length + 8);
            out.writeInt(PROTOCOL);
            out.write(names);
            out.flush();
            DataOutputStream copy = new DataOutputStream(greeting);
            int type;
            do {
                type = in.readUnsignedByte();
                byte[] body = new byte[in.readInt() - 4];
                in.readFully(body);
                if (type == CANCEL_KEY) {
                    // A client cancels by it, and its server session changes. So a pooler gives a key of its own.
                    ThreadLocalRandom.current().nextBytes(body);
                }
                write(copy, type, body);
            } while (type != 'Z' && type != 'E');
        }

        void greet(DataOutputStream client) throws IOException {
            client.write(greeting.toByteArray());
        }
    }

    @Override
    public void close() throws Exception {
        socket.close();
        for (AutoCloseable each : List.copyOf(open)) {
            each.close();
        }
    }
}
