package io.flamemark.exchange.yolo;

import io.flamemark.exchange.part.ExchangeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of YAML as data sets are described in: members at the left margin whose value is a scalar, or a list or map of
 * scalars, as a block or in brackets. Values nested deeper are skipped; anchors, tags and text blocks are refused.
 */
final class YamlSubset {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final Pattern MEMBER =
            Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s\"'\\[{#&*!|>-][^:]*?)\\s*:(\\s.*|)");

    private final Path file;
    private final List<String> lines;
    private final Map<String, Node> members = new LinkedHashMap<>();
    private int at;

    private YamlSubset(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * A value.
     *
     * @param keys of a map, in step with the texts; empty for a list or a scalar
     * @param texts of a list or map, or the one of a scalar
     */
    record Node(List<String> keys, List<String> texts) {}

    /** The members at the left margin; of one that stands twice, the last. */
    static Map<String, Node> parse(Path file, String text) throws ExchangeException {
        if (text.length() > MOST_CHARACTERS) {
            throw new ExchangeException(file, "this is too long for the description of a data set.");
        }
        YamlSubset yaml = new YamlSubset(
                file,
                text.replace("\uFEFF", "")
                        .lines()
                        .map(YamlSubset::withoutComment)
                        .toList());
        while (yaml.at < yaml.lines.size()) {
            yaml.member();
        }
        return yaml.members;
    }

    private void member() throws ExchangeException {
        String line = lines.get(at);
        if (line.isBlank() || line.equals("---") || line.equals("...")) {
            at++;
            return;
        }
        Matcher matcher = MEMBER.matcher(line);
        if (!matcher.matches()) {
            throw problem(at, "expected \"name: value\"");
        }
        int start = at++;
        String value = matcher.group(2).strip();
        members.put(YamlScalar.text(matcher.group(1)), value.isEmpty() ? block() : inLine(value, start));
    }

    /** The lines below that are indented, or begin with a dash. */
    private Node block() {
        List<String> keys = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int indent = -1;
        for (; at < lines.size() && isInner(lines.get(at)); at++) {
            String line = lines.get(at).strip();
            int here = lines.get(at).indexOf(line);
            indent = indent < 0 && !line.isEmpty() ? here : indent;
            Matcher member = MEMBER.matcher(line);
            if (here == indent && line.startsWith("- ")) {
                texts.add(YamlScalar.text(line.substring(2).strip()));
            } else if (here == indent && member.matches()) {
                keys.add(YamlScalar.text(member.group(1)));
                texts.add(YamlScalar.text(member.group(2).strip()));
            }
        }
        return new Node(keys.size() == texts.size() ? keys : List.of(), texts);
    }

    private static boolean isInner(String line) {
        return line.isBlank() || line.startsWith(" ") || line.startsWith("\t") || line.startsWith("- ");
    }

    private Node inLine(String value, int start) throws ExchangeException {
        if ("&*!|>".indexOf(value.charAt(0)) >= 0) {
            throw problem(start, "anchors, tags and text blocks are not read");
        }
        if (value.charAt(0) != '[' && value.charAt(0) != '{') {
            return new Node(List.of(), List.of(YamlScalar.text(value)));
        }
        StringBuilder whole = new StringBuilder(value);
        char end = value.charAt(0) == '[' ? ']' : '}';
        while (whole.charAt(whole.length() - 1) != end) {
            if (at == lines.size()) {
                throw problem(start, "the bracket is not closed");
            }
            whole.append(' ').append(lines.get(at++).strip());
        }
        return bracket(whole.substring(1, whole.length() - 1), end == '}', start);
    }

    private Node bracket(String inside, boolean map, int start) throws ExchangeException {
        List<String> keys = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String item : YamlScalar.split(inside)) {
            Matcher member = MEMBER.matcher(item);
            if (map && !member.matches()) {
                throw problem(start, "expected \"number: name\" in the braces");
            }
            if (map) {
                keys.add(YamlScalar.text(member.group(1)));
            }
            texts.add(YamlScalar.text(map ? member.group(2).strip() : item));
        }
        return new Node(keys, texts);
    }

    private ExchangeException problem(int line, String what) {
        return new ExchangeException(file, "line " + (line + 1) + ": " + what + "; write it as plain members.");
    }

    /** A hash begins a comment at the start of a line or after a space, unless it stands in quotes. */
    private static String withoutComment(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && (i == 0 || " [{,:-".indexOf(line.charAt(i - 1)) >= 0)) {
                quote = c;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return line.substring(0, i).stripTrailing();
            }
        }
        return line.stripTrailing();
    }
}
