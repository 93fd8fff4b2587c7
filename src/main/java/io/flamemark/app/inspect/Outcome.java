package io.flamemark.app.inspect;

/** How far looking at one image has come. */
sealed interface Outcome {

    /** Not looked at yet. */
    record Waiting() implements Outcome {}

    /** The model is on it. */
    record Looking() implements Outcome {}

    /** Done. */
    record Seen(Judgement judgement) implements Outcome {}

    /** It could not be looked at; a sentence that names the file. */
    record Failed(String sentence) implements Outcome {}
}
