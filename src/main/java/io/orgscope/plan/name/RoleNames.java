package io.orgscope.plan.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The role of a key column by its name. A name proves nothing. But if a name says who did something, or in which role
 * another row is involved, the column is not taken for the owner.
 */
public final class RoleNames {

    private static final Set<String> KEY_WORDS = Set.of("id", "uuid", "guid", "fk", "pk", "ref", "key", "code", "no", "number");

    /** Words that make the word beside them a role of somebody or something, at any place of the name. */
    private static final Set<String> PREPOSITIONS = Set.of("by", "to", "from", "with", "for", "via", "at", "on");

    /** Words for who did something. */
    private static final Set<String> ACTORS = Set.of("creator", "author", "editor", "assignee", "reviewer", "approver", "inviter",
            "invitee", "updater", "sender", "recipient", "moderator", "uploader", "actor", "causer", "agent", "performer", "reporter",
            "requester", "requestor", "submitter", "publisher", "initiator", "operator", "participant", "subscriber", "follower",
            "attendee", "host", "guest", "responder", "executor", "signer", "voter", "mentor", "witness");

    /** First words of a column that names another row in a certain role. */
    private static final Set<String> PARTS = Set.of("created", "updated", "modified", "deleted", "assigned", "approved", "reviewed",
            "invited", "closed", "resolved", "verified", "requested", "uploaded", "edited", "triggered", "last", "first", "previous",
            "prior", "next", "default", "original", "origin", "related", "linked", "duplicate", "source", "target", "destination",
            "copied", "cloned", "current", "active", "preferred", "replaced", "shared", "partner", "external", "foreign", "other",
            "counterpart", "upstream", "downstream", "referenced", "primary", "secondary", "main", "favorite", "favourite", "avatar",
            "logo", "cover", "thumbnail", "image", "photo", "home", "parent", "root");

    /** Words for the owner, whatever table they lead to. */
    private static final Set<String> OWNING = Set.of("user", "owner", "account", "customer", "tenant", "organization",
            "organisation", "org", "company", "workspace", "person", "member", "employee", "profile", "subject");

    /** Words for the tenant itself. */
    private static final Set<String> TENANT = Set.of("organization", "organisation", "org", "tenant", "company", "workspace", "account");

    /** Words for the kind of a row. */
    private static final Set<String> LOOKUPS = Set.of("template", "plan", "category", "type", "kind", "status", "role", "tag", "label",
            "tier", "priority");

    /** Words for what a row has and seldom is a part of: pictures and other files. */
    private static final Set<String> MEDIA = Set.of("file", "asset", "image", "picture", "photo", "upload", "blob", "media", "medium", "attachment",
            "avatar", "logo", "icon");

    /** Numbers with names that end like a person's. */
    private static final Set<String> MEASURES = Set.of("number", "order", "counter", "floor", "color", "meter", "quarter", "semester", "trimester",
            "chapter", "layer", "buffer", "timer", "diameter", "perimeter", "parameter", "degree", "power", "register", "factor", "vector", "minor",
            "major", "indicator", "fever", "water", "error", "divisor", "multiplier", "tier", "over", "under", "after", "letter");

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOER = Pattern.compile("\\p{L}{2,}(er|or|ee)");
    private static final Pattern AGENT = Pattern.compile("\\p{L}{2,}(er|or|ee|ant|ist|ian|ing|ed)");

    private RoleNames() {
    }

    /** The words of a column's name, without those that only say that it is a key. */
    public static List<String> words(String column) {
        List<String> words = new ArrayList<>(Arrays.asList(SEPARATOR.split(Conventions.snake(column))));
        words.removeIf(String::isEmpty);
        while (words.size() > 1 && KEY_WORDS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return words.isEmpty() ? List.of(column) : words;
    }

    /**
     * The role of a column that leads to the organizations themselves: the owner of the row, or another organization
     * that is involved.
     */
    public static Role toOrganizations(String column, Set<String> forms) {
        List<String> words = new ArrayList<>(words(column));
        if (words.size() > 1 && Set.of("owner", "owning", "own").contains(words.get(0))) {
            words.remove(0);
        }
        return forms.contains(String.join("_", words)) || words.size() == 1 && (TENANT.contains(words.get(0)) || words.get(0).equals("owner"))
                ? Role.BELONGS : Role.MENTION;
    }

    /** The role of a column that leads to a table of people. Every role except the owner's is an actor's. */
    public static Role toPeople(String column, Set<String> forms) {
        List<String> words = words(column);
        if (forms.contains(String.join("_", words)) || words.size() == 1 && OWNING.contains(words.get(0))) {
            return Role.BELONGS;
        }
        return Role.ACTOR;
    }

    /**
     * The role of a column that leads to any other table.
     *
     * @param bound whether the row cannot exist without it: its key is part of the row's own key, the row is deleted
     *              together with it, or the table has its name
     */
    public static Role toThing(String column, Set<String> forms, boolean bound) {
        List<String> words = words(column);
        String last = words.get(words.size() - 1);
        Role plain = LOOKUPS.contains(last) ? Role.LOOKUP : Role.BELONGS;
        boolean parent = words.equals(List.of("parent"));
        if (!bound && forms.stream().anyMatch(MEDIA::contains)) {
            return Role.MENTION;
        }
        String name = String.join("_", words);
        if (forms.contains(name) || forms.stream().anyMatch(form -> form.startsWith(name + "_"))) {
            return plain;
        }
        if (part(words) && !parent) {
            return Role.MENTION;
        }
        if (bound || parent || words.size() == 1 && OWNING.contains(last)) {
            return plain;
        }
        if (AGENT.matcher(qualified(words, forms) ? words.get(0) : last).matches()) {
            return Role.MENTION;
        }
        return plain == Role.LOOKUP ? plain : Role.RELATED;
    }

    /** The role of a pair of type and key. The name does not show its target. */
    public static Role ofPair(String column) {
        List<String> words = words(column);
        return part(words) ? ACTORS.contains(words.get(words.size() - 1)) || words.contains("by") ? Role.ACTOR : Role.MENTION : Role.BELONGS;
    }

    /** Whether the first words of a column's name are the table's. */
    public static boolean beginsWith(String column, Set<String> forms) {
        List<String> words = words(column);
        return java.util.stream.IntStream.rangeClosed(1, words.size()).anyMatch(end -> forms.contains(String.join("_", words.subList(0, end))));
    }

    /** Whether the name ends with the table's name and has a word before it that distinguishes it. */
    private static boolean qualified(List<String> words, Set<String> forms) {
        for (int i = 1; i < words.size(); i++) {
            if (forms.contains(String.join("_", words.subList(i, words.size())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean part(List<String> words) {
        return words.stream().anyMatch(PREPOSITIONS::contains) || PARTS.contains(words.get(0)) || ACTORS.contains(words.get(words.size() - 1));
    }

    /**
     * Whether the name ends in a word for somebody or something that is involved, as in {@code lodged_by} and {@code
     * sent_to}, and is not a time.
     */
    public static boolean endsInPart(String column) {
        List<String> words = words(column);
        return words.size() > 1 && Set.of("by", "to", "from", "with", "for", "via").contains(words.get(words.size() - 1));
    }

    /**
     * Whether the name is one word for somebody who does something, such as {@code inspector} or {@code borrower}, and
     * not for a measure.
     */
    public static boolean somebody(String column) {
        List<String> words = words(column);
        return words.size() == 1 && !MEASURES.contains(words.get(0)) && (ACTORS.contains(words.get(0)) || DOER.matcher(words.get(0)).matches());
    }

    /** Whether one of the names of a table is a word for the kind of a row. */
    public static boolean kinds(Set<String> forms) {
        return forms.stream().anyMatch(LOOKUPS::contains);
    }

    /** Whether the word is for somebody who did something. */
    public static boolean actor(String word) {
        return ACTORS.contains(word);
    }

    /** Whether the name says that a person did something, such as {@code created_by} or {@code creator_id}. */
    public static boolean doer(String column) {
        List<String> words = words(column);
        String last = words.get(words.size() - 1);
        return words.contains("by") || ACTORS.contains(last) || DOER.matcher(last).matches() || words.get(0).equals("assigned");
    }
}
