package io.flamemark.maskrcnn.ops;

/** The PyTorch libraries could not be unpacked or loaded; the message is a sentence for the user, with the fix. */
public final class TorchStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TorchStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
