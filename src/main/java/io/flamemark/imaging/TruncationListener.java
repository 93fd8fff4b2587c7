package io.flamemark.imaging;

import java.io.EOFException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Notices that a JPG ends early: the reader of the JDK only warns of it and makes the missing part grey, which must not
 * pass for a picture. Other warnings are harmless.
 */
final class TruncationListener implements IIOReadWarningListener {

    private boolean cut;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        cut |= warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    void throwIfCut() throws EOFException {
        if (cut) {
            throw new EOFException("the file ends before the image does");
        }
    }
}
