package io.flamemark.maskrcnn.ops;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts the PyTorch engine of DJL, once in a process and never from the network: the native libraries come from the
 * jars on the class path and are unpacked into the user's cache folder on first use.
 *
 * <p>DJL removes a folder it believes half-written before it moves its own there, so two processes that start at the
 * same time can delete each other's libraries. A file lock around the first load makes the second one wait.
 */
public final class TorchRuntime {

    private static final String ENGINE = "PyTorch";
    private static final String[] CACHE_SETTINGS = {"ENGINE_CACHE_DIR", "DJL_CACHE_DIR"};

    private static Engine engine;
    private static ComputeDevice chosen;

    private TorchRuntime() {}

    /** Starts the engine with one thread for each processor; does nothing when it runs already. */
    public static synchronized void start() {
        if (engine == null) {
            start(Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * Starts the engine, or changes the number of threads of the running one.
     *
     * @param threads the threads one operator may use, at least 1
     * @throws TorchStartException when the libraries cannot be unpacked or loaded
     */
    public static synchronized void start(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, not " + threads);
        }
        if (engine == null) {
            engine = load();
        }
        JniUtils.setNumThreads(threads);
    }

    /**
     * Chooses where everything is computed that is made from now on; until then it is as for {@code auto}.
     *
     * @param device {@code cpu}, or {@code auto}: a graphics card if there is one that can be used
     * @return what a person should know of it, a sentence
     */
    public static synchronized Optional<String> computeOn(String device) {
        computeOn(ComputeDevice.of(device, engine()));
        return chosen.said();
    }

    static synchronized void computeOn(ComputeDevice device) {
        chosen = device;
    }

    /** A manager of arrays where networks are computed; everything attached to it is freed when it is closed. */
    public static synchronized NDManager newManager() {
        return engine().newBaseManager(device());
    }

    /** A manager of arrays in main memory, wherever networks are computed. */
    static NDManager newProcessorManager() {
        return engine().newBaseManager(Device.cpu());
    }

    /** Whether networks are computed on a graphics card. */
    public static boolean isOnCard() {
        return device().isGpu();
    }

    private static synchronized Device device() {
        if (chosen == null) {
            computeOn("auto");
        }
        return chosen.device();
    }

    private static synchronized Engine engine() {
        start();
        return engine;
    }

    /** The version of libtorch, such as {@code 2.7.1}. */
    public static String version() {
        return engine().getVersion();
    }

    /**
     * Runs something that will not be differentiated, so that nothing is kept for the way back. DJL switches gradients
     * off only on the thread that started the engine: on every other one a plain prediction would hold all its
     * intermediate results, as long as the weights may be trained.
     */
    public static <T> T withoutGradients(Supplier<T> work) {
        start();
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** Whether what this thread computes now is recorded for a way back: it is training, not looking. */
    public static boolean recordsGradients() {
        return JniUtils.isGradMode();
    }

    private static Engine load() {
        Path cache = configure();
        OpenMpThreads.waitBriefly();
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return Engine.getEngine(ENGINE);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TorchStartException(
                    "The folder " + cache + " for the PyTorch libraries cannot be written. Free some space, or name"
                            + " another folder with -DENGINE_CACHE_DIR=FOLDER.",
                    e);
        } catch (EngineException e) {
            throw new TorchStartException(
                    "PyTorch could not be started from " + cache + " on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Delete that folder and start again; it is filled anew.",
                    e);
        }
    }

    /** Sets DJL's system properties where the user has not, and returns the folder the libraries are unpacked to. */
    private static Path configure() {
        System.setProperty("ai.djl.offline", "true");
        // A scripted operator of ours runs one kernel: fusing and profiling it only delays the first calls.
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        for (String name : CACHE_SETTINGS) {
            String value = System.getenv(name) != null ? System.getenv(name) : System.getProperty(name);
            if (value != null && !value.isEmpty()) {
                return Path.of(value);
            }
        }
        Path folder = userCache().resolve("flamemark");
        for (String name : CACHE_SETTINGS) {
            System.setProperty(name, folder.toString());
        }
        return folder;
    }

    private static Path userCache() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return local != null ? Path.of(local) : home.resolve("AppData").resolve("Local");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg != null && !xdg.isEmpty() ? Path.of(xdg) : home.resolve(".cache");
    }
}
