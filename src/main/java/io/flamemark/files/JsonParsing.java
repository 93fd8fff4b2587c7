package io.flamemark.files;

/**
 * Text to tree: all of it is checked at once, but only what is large is built. A container of less than
 * {@value #FOLDED} characters becomes a node that knows where it stands and builds what is in it when somebody asks
 * ({@link JsonBuilding}). So a project of thousands of entries costs a walk over its text and a node an entry, the
 * entries can be built on several cores, and those that nobody edits need no tree at all.
 */
final class JsonParsing {

    private static final int FOLDED = 1 << 15;

    private final SourceText source;
    private final JsonTokens tokens;
    private final PendingNodes pending;

    private JsonParsing(SourceText source, JsonLimits limits) throws JsonException {
        this.source = source;
        this.tokens = new JsonTokens(source, limits);
        this.pending = new PendingNodes(source);
    }

    static JsonValue parse(SourceText source, JsonLimits limits) throws JsonException {
        JsonParsing parsing = new JsonParsing(source, limits);
        parsing.tokens.peekToken();
        if (parsing.tokens.atEnd()) {
            throw new JsonException(JsonPlace.of(source.file()), "the file is empty");
        }
        parsing.value(1);
        parsing.tokens.peekToken();
        if (!parsing.tokens.atEnd()) {
            throw parsing.tokens.error(parsing.tokens.at(), "more text after the end of the JSON");
        }
        return parsing.pending.only();
    }

    /** Past a value, which becomes one of the pending. */
    private void value(int depth) throws JsonException {
        tokens.count(1);
        int start = tokens.at();
        char first = tokens.peek();
        switch (first) {
            case '{' -> object(start, depth);
            case '[' -> array(start, depth);
            case '"' -> tokens.string();
            case 't' -> tokens.word("true");
            case 'f' -> tokens.word("false");
            case 'n' -> tokens.word("null");
            default -> {
                if (!JsonTokens.startsNumber(first)) {
                    throw tokens.unexpected(start);
                }
                tokens.number();
            }
        }
        if (first != '{' && first != '[') {
            pending.add(start, tokens.at());
        }
    }

    private void object(int start, int depth) throws JsonException {
        int first = pending.size();
        tokens.enter(depth);
        if (tokens.peekToken() == '}') {
            tokens.skip();
        } else {
            do {
                member(depth);
            } while (another('}'));
        }
        if (isLarge(start)) {
            tokens.count((pending.size() - first) / 2 * JsonLimits.MORE_A_LARGE_KEY);
            pending.addObject(first, start, tokens.at());
        } else {
            fold(first, start);
        }
    }

    private void member(int depth) throws JsonException {
        if (tokens.peekToken() != '"') {
            throw tokens.wrong("a key in quotes");
        }
        tokens.count(1);
        int start = tokens.at();
        tokens.string();
        pending.add(start, tokens.at());
        tokens.expect(':');
        tokens.peekToken();
        value(depth + 1);
    }

    /** Past a comma or past the end of the container; whether it goes on. */
    private boolean another(char end) throws JsonException {
        char next = tokens.peekToken();
        if (next != ',' && next != end) {
            throw tokens.wrong("a comma");
        }
        tokens.skip();
        return next == ',';
    }

    private void array(int start, int depth) throws JsonException {
        int first = pending.size();
        tokens.enter(depth);
        int inside = tokens.at();
        if (tokens.peekToken() == ']') {
            tokens.skip();
        } else {
            int numbers = numbers();
            if (numbers > 0) {
                coordinates(numbers, inside, start);
                return;
            }
            tokens.goTo(inside);
            do {
                tokens.peekToken();
                value(depth + 1);
            } while (another(']'));
        }
        if (isLarge(start)) {
            pending.addArray(first, start, tokens.at());
        } else {
            fold(first, start);
        }
    }

    private void coordinates(int count, int inside, int start) {
        if (isLarge(start)) {
            JsonNumberList numbers = new JsonNumberList(source, inside, count);
            pending.add(new JsonArray(numbers, source, start, tokens.at()));
        } else {
            pending.add(start, tokens.at());
        }
    }

    /** What the container holds from {@code first} on is forgotten for now. */
    private void fold(int first, int start) {
        pending.drop(first);
        pending.add(start, tokens.at());
    }

    /** Past a list that holds numbers alone, as those of coordinates do: their count; 0 where it holds others too. */
    private int numbers() throws JsonException {
        int count = 0;
        do {
            count += tokens.wholeNumbers();
            if (!JsonTokens.startsNumber(tokens.peekToken())) {
                return 0;
            }
            tokens.number();
            count++;
        } while (another(']'));
        tokens.count(count / JsonLimits.NUMBERS_AN_ELEMENT);
        return count;
    }

    private boolean isLarge(int start) {
        return tokens.at() - start >= FOLDED;
    }
}
