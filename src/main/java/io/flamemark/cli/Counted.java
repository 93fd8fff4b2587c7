package io.flamemark.cli;

/** Numbers of things in sentences: {@code 1 image}, {@code 2 images}. */
final class Counted {

    private Counted() {}

    /** @param what one of them; an s makes it several */
    static String of(int n, String what) {
        return n + " " + (n == 1 ? what : what + "s");
    }
}
