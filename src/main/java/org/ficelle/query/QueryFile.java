package org.ficelle.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;

/** Reads one query file: its header, its parameters and its one statement. */
final class QueryFile {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern COMMENT = Pattern.compile("//\\s?(.*)");
    static final Pattern PARAMETER = Pattern.compile("//\\s*:param\\b(.*)");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s+([A-Za-z_]\\w*)\\s*=>\\s*");

    /** A parameter in the statement, and not one of Cypher's dynamic labels such as {@code $any($types)}. */
    private static final Pattern USE = Pattern.compile("\\$(?!(?:any|all)\\s*\\()([A-Za-z_]\\w*)");

    private final String file;
    private final String folder;
    private final String name;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();

    /** The line of every parameter's declaration, also of one that cannot be read. */
    private final Map<String, Integer> declared = new LinkedHashMap<>();

    /**
     * @param file for messages
     * @param folder in the library
     * @param name the file's name without its ending
     * @param text with line feeds
     */
    QueryFile(String file, String folder, String name, String text) {
        this.file = file;
        this.folder = folder;
        this.name = name;
        this.text = text;
    }

    /** What is wrong with the file, by place; known after {@link #read}. */
    List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    /** The query, or empty when the file has problems. */
    Optional<StoredQuery> read() {
        if (!NAME.matcher(name).matches()) {
            wrong(1, 1, "'" + name + "' is no name for a query", "write it in lower case with hyphens between words");
        }
        List<String> description = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String title = title(lines.isEmpty() ? "" : lines.get(0));
        for (int index = 1; index < lines.size() && lines.get(index).startsWith("//"); index++) {
            String line = lines.get(index);
            Matcher parameter = PARAMETER.matcher(line);
            Matcher comment = COMMENT.matcher(line);
            if (parameter.matches()) {
                addParameter(index + 1, line, parameter.start(1));
            } else if (comment.matches() && !comment.group(1).isBlank()) {
                description.add(comment.group(1).strip());
            }
        }
        String skeleton = Skeleton.of(text);
        checkStatement(skeleton);
        checkUses(skeleton);
        return problems.isEmpty()
                ? Optional.of(new StoredQuery(name, folder, title, String.join(" ", description), parameters, text))
                : Optional.empty();
    }

    private String title(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (!comment.matches()
                || comment.group(1).isBlank()
                || PARAMETER.matcher(line).matches()) {
            wrong(1, 1, "the first line is no title", "begin the file with // and the title");
            return "";
        }
        return comment.group(1).strip();
    }

    private void addParameter(int line, String text, int from) {
        Matcher assignment = ASSIGNMENT.matcher(text).region(from, text.length());
        if (!assignment.lookingAt()) {
            wrong(line, from + 1, "this parameter cannot be read", "write // :param name => default    what it is");
            return;
        }
        String parameter = assignment.group(1);
        if (declared.putIfAbsent(parameter, line) != null) {
            wrong(line, assignment.start(1) + 1, "'" + parameter + "' is declared twice", "declare it once");
            return;
        }
        String rest = text.substring(assignment.end());
        Literal literal;
        try {
            literal = Literal.startOf(rest);
        } catch (IllegalArgumentException none) {
            wrong(
                    line,
                    assignment.end() + 1,
                    "the default of '" + parameter + "' cannot be read",
                    "give a string, integer, float, boolean, date('2023-11-13') or a list of one of these");
            return;
        }
        String description = rest.substring(literal.length());
        if (!description.isEmpty() && !Character.isWhitespace(description.charAt(0))) {
            wrong(
                    line,
                    assignment.end() + literal.length() + 1,
                    "the default of '" + parameter + "' goes on after its end",
                    "leave a blank before what the parameter is");
        } else {
            parameters.add(new Parameter(
                    parameter, rest.substring(0, literal.length()), literal.value(), description.strip()));
        }
    }

    private void checkStatement(String skeleton) {
        int first = skeleton.indexOf(';');
        if (skeleton.replace(';', ' ').isBlank()) {
            wrong(1, 1, "there is no statement", "write one that ends in ;");
        } else if (first < 0) {
            wrongAt(skeleton.stripTrailing().length(), "the statement has no end", "end it with ;");
        } else if (!skeleton.substring(first + 1).isBlank()) {
            wrongAt(first, "another statement follows here", "write one statement a file");
        }
    }

    private void checkUses(String skeleton) {
        SortedSet<String> used = new TreeSet<>();
        Matcher use = USE.matcher(skeleton);
        while (use.find()) {
            String parameter = use.group(1);
            if (used.add(parameter) && !declared.containsKey(parameter)) {
                wrongAt(
                        use.start(),
                        "the parameter $" + parameter + " is not declared",
                        "add a line // :param " + parameter + " => default");
            }
        }
        declared.forEach((parameter, line) -> {
            if (!used.contains(parameter)) {
                wrong(
                        line,
                        1,
                        "the parameter '" + parameter + "' is declared and never used",
                        "use $" + parameter + " or remove its line");
            }
        });
    }

    /** Puts values, as Cypher writes them, in place of the parameters of a statement. */
    static String fill(String statement, Map<String, Object> values) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        Matcher use = USE.matcher(Skeleton.of(statement));
        while (use.find()) {
            Object value = values.get(use.group(1));
            if (value != null) {
                filled.append(statement, done, use.start()).append(Literal.write(value));
                done = use.end();
            }
        }
        return filled.append(statement.substring(done)).toString();
    }

    private void wrongAt(int offset, String wrong, String right) {
        String before = text.substring(0, Math.min(offset, text.length()));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        wrong(line, before.length() - (before.lastIndexOf('\n') + 1) + 1, wrong, right);
    }

    private void wrong(int line, int column, String wrong, String right) {
        problems.add(Problem.error(new Location(file, line, column), "query-file", wrong, right));
    }
}
