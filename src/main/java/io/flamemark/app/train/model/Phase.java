package io.flamemark.app.train.model;

/** Where a run on display stands, as far as what can be done with it goes. */
public enum Phase {
    OVER,

    /** Behind another one. */
    WAITING,

    TRAINING,

    /** Asked to end when the epoch is done; can still be stopped sooner. */
    LAST_EPOCH,

    /** Asked to end, at once. */
    STOPPING
}
