package io.flamemark.host;

/** A training in a process of its own, as the host that closes sees it. */
interface HostedRun extends ActiveRun {

    /** Waits for one that was asked to stop, then ends it politely, then by force. */
    void end();

    /** Lets it go on without this program. */
    void detach();
}
