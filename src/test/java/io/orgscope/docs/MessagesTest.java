package io.orgscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.invariant.Remedies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/messages.md has every message by its first words, and none that there is not. */
class MessagesTest {

    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** What comes after the first words of a message, in a constant of its own. */
    private static final List<String> PARTS = List.of(
            "The application has not chosen them", "Give it back: …", "Take the schema out of", "Write schema: …", "Its function is still …", "The column is … and stays", "The column is in the partition key", "They would take it for a choice", "Until step 02 new rows", "Then look at the rows", "Move or delete the rows of …", "There is one in the schema", "First drop what has its name", "The route '…' ….", "compares … with …, and", "Its name is taken", "If it is INVALID, drop it",
            "There is no column …, so its rows cannot be kept apart", "Or run REVOKE CREATE ON SCHEMA", "…: …: … …", "…; then run", "AND t.…", "…: … problems:", ", or declare force",
            "run rollback again. Nothing was dropped", "run update again; or take", "… will publish …",
            "Transactions that write there", "Nobody holds them now", "what the policies of … let through",
            "the session does not see rows of its own", "the table has no row that this role can see", "…. Take the membership away", "what the other role reaches", "is ", "it is ", "it uses ", "it has ",
            "has the organization column already", "have the same key as", "belongs to a deferrable", "belongs to a partitioned",
            "… They are: …", "…: … They are: …", "holds a NUL character",
            "the side table … is gone", "a name must not be empty", "no plain unique index", "… has no column …. If it was renamed", "If it was dropped, run", "… is … now, and", "… USING …, an expression", ", and the steps need the same type", ": no foreign key can join them", "; PostgreSQL may rewrite the table for it", "It finds rows by (", "with the organization in it", "partitioned, and some", "a foreign table: no trigger", "a view: no trigger",
            "a materialized view: it changes", "inherited by other tables: the route", "a partition of …",
            "… rows would stay without", "… NOT NULL DEFAULT", "The distributed table …", "orgscope <command>", "The index … of …", "The foreign key … is there, so", "This step changed nothing.", "This step has left no constraint.", "The CHECK … of this step is still there, so",
            "… Write the script again then.", "Another table has that name now.", "…If it has to keep the new name, run", "from which a route starts, the row keeps", "that the routes of … read, rows");

    /** In SQL that the library writes, where the classes do not tell a sentence from the rest. */
    private static final Set<String> IN_SCRIPTS = Set.of("… could not be locked within … s", "Rows of … stay locked.", "Rows of … could not be copied within … s", "No unique index of … is over … alone",
            "could not serialize access: rows that decide", "This session does not have the settings of the script", "A step of … was stopped before it ended");

    @Test
    void everyMessageIsThere() throws IOException {
        List<String> entries = entries().toList();
        List<String> remedies = Remedies.all().stream().map(Messages::plain).toList();
        assertThat(Messages.all().stream().filter(message -> PARTS.stream().noneMatch(message::startsWith))
                .filter(message -> remedies.stream().noneMatch(remedy -> remedy.startsWith(message)))
                .filter(message -> entries.stream().noneMatch(entry -> begins(message, entry))))
                .as("add these to docs/messages.md; what is only a part of a message, to PARTS").isEmpty();
    }

    @Test
    void noEntryIsOfAMessageThatIsGone() throws IOException {
        Set<String> messages = Messages.all();
        assertThat(entries().filter(entry -> !IN_SCRIPTS.contains(entry) && messages.stream().noneMatch(message -> begins(message, entry))))
                .as("take these out of docs/messages.md").isEmpty();
    }

    @Test
    void noEntryHidesAnother() {
        assertThat(entries().collect(Collectors.toList())).doesNotHaveDuplicates().allMatch(entry -> entry.replace("…", "").strip().length() > 5);
    }

    /** "force has to be true or false" is an instance of "… has to be true or false". */
    private static boolean begins(String message, String entry) {
        return message.startsWith(entry) || entry.startsWith("… ") && message.replaceFirst("\\S+", "…").startsWith(entry);
    }

    private static Stream<String> entries() {
        return ENTRY.matcher(Page.of(Path.of("docs", "messages.md")).text()).results().map(entry -> Messages.plain(entry.group(1)));
    }
}
