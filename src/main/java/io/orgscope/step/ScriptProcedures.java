package io.orgscope.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The procedures of one script. */
public final class ScriptProcedures {

    private final Map<String, ScriptProcedure> known = new LinkedHashMap<>();
    private final Map<List<String>, ScriptProcedure> byBody = new HashMap<>();
    private final Set<String> created = new HashSet<>();

    ScriptProcedures() {
        ScriptProcedure.OF_EVERY_SCRIPT.forEach(this::know);
    }

    void know(ScriptProcedure procedure) {
        known.put(procedure.name(), procedure);
    }

    /**
     * A function with this body. Tables with the same body share it. If the bodies of two tables differ, their functions
     * have numbers.
     *
     * @param name what it does
     */
    public ScriptProcedure function(String name, String parameters, String body) {
        return byBody.computeIfAbsent(List.of(name, body), any -> {
            String numbered = name;
            for (int i = 2; known.containsKey(numbered); i++) {
                numbered = name + "_" + i;
            }
            ScriptProcedure procedure = ScriptProcedure.function(numbered, parameters, body);
            know(procedure);
            return procedure;
        });
    }

    /** The definitions that the script needs before these statements and does not have yet. */
    List<String> missing(List<String> statements) {
        List<String> definitions = new ArrayList<>();
        for (ScriptProcedure procedure : List.copyOf(known.values())) {
            if (!created.contains(procedure.name()) && statements.stream().anyMatch(procedure::isCalledIn)) {
                created.add(procedure.name());
                definitions.addAll(missing(List.of(procedure.definition())));
                definitions.add(procedure.definition());
            }
        }
        return definitions;
    }
}
