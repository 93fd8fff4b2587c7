package io.flamemark.app.task;

/** What background work tells of itself. May be called on any thread. */
public interface Progress {

    /**
     * How far it is.
     *
     * @param fraction 0..1, or negative where unknown
     * @param message a few words, for example {@code 12 of 33 images}
     */
    void at(double fraction, String message);

    /** Whether the person asked for an end; long work looks now and then and returns early. */
    boolean isCancelled();
}
