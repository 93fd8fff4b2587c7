package io.flamemark.run;

/** Training cannot start or go on; the message is a sentence for the user that names the cause. */
public class TrainingException extends RuntimeException {

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
