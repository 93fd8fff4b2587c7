package io.flamemark.app.train;

/** Where a run on display stands, as far as what can be done with it goes. */
enum Phase {
    OVER,

    /** Behind another one. */
    WAITING,

    TRAINING,

    /** Asked to end, at once. */
    STOPPING
}
