package org.ficelle.read;

import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a text that is no JSON, in words for somebody who edits data and not for a programmer. */
record SyntaxFault(String wrong, String right) {

    /** What the parser's message holds, the most telling first, and what it means. */
    private static final List<Known> KNOWN = List.of(
            known(
                    "CTRL-CHAR.*escaped",
                    "a string runs over the end of the line or holds a control character",
                    "close it with a quotation mark, or write the character as an escape"),
            known(
                    "character escape",
                    "a backslash stands before a character that needs none",
                    "write \\\\ for a backslash"),
            known("comment", "JSON knows no comments", "move the remark into a 'note'"),
            known(
                    "Unexpected character \\('}.*field name",
                    "a comma stands before a closing bracket",
                    "delete the comma"),
            known(
                    "Unexpected character \\('].*valid value",
                    "a comma stands before a closing bracket",
                    "delete the comma"),
            known("start field name", "a name in double quotation marks belongs here", "write \"name\": value"),
            known("expecting comma", "a comma or closing bracket is missing before this", "add it"),
            known("colon", "a colon is missing between a name and its value", "add it"),
            known(
                    "close marker",
                    "this bracket closes something that was opened with another",
                    "look for the bracket that is missing before it"),
            known("[Ll]eading zero|numeric value", "this is no number of JSON", "write digits, a point and digits"));

    private record Known(Pattern message, SyntaxFault fault) {}

    private static Known known(String message, String wrong, String right) {
        return new Known(Pattern.compile(message), new SyntaxFault(wrong, right));
    }

    static SyntaxFault of(String message) {
        return KNOWN.stream()
                .filter(known -> known.message().matcher(message).find())
                .map(Known::fault)
                .findFirst()
                .orElse(new SyntaxFault(
                        "no value of JSON begins here",
                        "write a string in double quotation marks, a number, true, false, a list or an object"));
    }
}
