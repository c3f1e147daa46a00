package org.ficelle.query;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ficelle.model.Digest;

/**
 * A Cypher query in a file of its own.
 *
 * @param name what it is called at the shell: the file's name without its ending
 * @param folder in the library, with {@code /} between folders; empty at the top
 * @param title the file's first line
 * @param description the further lines of the header; may be empty
 * @param parameters in the file's order
 * @param text the whole file with line feeds; a statement that Neo4j takes as it is, so that the places in its messages
 *     are those in the file
 */
public record StoredQuery(
        String name, String folder, String title, String description, List<Parameter> parameters, String text) {

    public StoredQuery {
        parameters = List.copyOf(parameters);
    }

    /** SHA-256 of the file, 64 hexadecimal digits; the same whatever ends its lines. */
    public String checksum() {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text with the values in place of the parameters, and without the lines that declare them: it runs where nobody
     * has set any.
     *
     * @param values as {@link #bind} gives them
     */
    public String filled(Map<String, Object> values) {
        String statement = text.lines()
                .filter(line -> !QueryFile.PARAMETER.matcher(line).matches())
                .collect(Collectors.joining("\n"));
        return QueryFile.fill(statement, values);
    }

    /**
     * A value for every parameter: those given, as a user writes them at the shell, and the defaults of the others. A
     * {@link WrongParameter} when a name or a type is wrong.
     */
    public Map<String, Object> bind(Map<String, String> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> {
            String text = given.get(parameter.name());
            values.put(parameter.name(), text == null ? parameter.preset() : parameter.parse(text));
        });
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new WrongParameter(
                        "the query " + name() + " has no parameter '" + name + "'; "
                                + (parameters.isEmpty()
                                        ? "it takes none"
                                        : "it takes "
                                                + parameters.stream()
                                                        .map(Parameter::name)
                                                        .collect(Collectors.joining(", "))),
                        null);
            }
        }
        return values;
    }
}
