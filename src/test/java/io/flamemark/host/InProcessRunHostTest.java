package io.flamemark.host;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Trainings in this process")
class InProcessRunHostTest extends RunHostContract {

    @Override
    RunHost newHost() {
        return InProcessRunHost.scripted();
    }
}
