package io.flamemark.host;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal that a program was started from is closed: the system says so to all that was started there (SIGHUP), and
 * Java ends.
 */
final class HangUp {

    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /**
     * From now on a hang-up does this instead, on a thread of its own; a program that was told to ignore it, as by
     * {@code nohup}, goes on ignoring it. The JDK's class for signals is found by name: javac warns of it wherever it is
     * written, and that cannot be switched off.
     */
    static void does(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object acting = Proxy.newProxyInstance(
                    HangUp.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), acting);
        } catch (ReflectiveOperationException e) {
            // Windows knows no such signal, and other Java machines may have no such class.
            LOG.debug("A hang-up cannot be heard", e);
        }
    }
}
