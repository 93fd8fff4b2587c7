package io.flamemark.weights;

import io.flamemark.files.Sha256;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Fetches published weights into the cache. What has come is kept in a {@code .part} file beside the place of the
 * whole, so that a download that was cut off or cancelled goes on where it was; a file gets its name only once it is
 * whole and its SHA-256 begins as its name says.
 */
public final class WeightsDownload {

    /** How often one call goes on by itself after the connection broke. */
    private static final int ATTEMPTS = 4;

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WeightsCache cache;
    private final URI folder;
    private final PartialDownload.Http http;

    /** How far a download is, told from the thread it runs on, and whether it is still wanted. */
    public interface Watch {

        /**
         * @param done bytes that are here
         * @param total bytes of the whole, 0 where the server does not say
         */
        void progress(long done, long total);

        /** Asked several times a second, from another thread too. */
        default boolean isCancelled() {
            return false;
        }
    }

    /** @param folder where the files are: {@link Pretrained#FOLDER}, or a mirror of it */
    public WeightsDownload(WeightsCache cache, URI folder) {
        this(cache, folder, PATIENCE);
    }

    WeightsDownload(WeightsCache cache, URI folder, Duration patience) {
        this.cache = cache;
        this.folder = folder;
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build();
        this.http = new PartialDownload.Http(client, patience);
    }

    /**
     * The weights' file, fetched where it is not there or not what it should be.
     *
     * @throws WeightsException if it cannot be had, with the address and the folder in which to put it by hand
     * @throws CancellationException if the watch says so; what has come is kept
     */
    public Path fetch(PublishedFile weights, Watch watch) throws IOException {
        Path file = cache.file(weights);
        if (cache.has(weights) && weights.is(file)) {
            return file;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.createDirectories(cache.folder());
        try (FileChannel channel = FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel, part)) {
            complete(weights, new PartialDownload(http, url(weights), part, channel), watch);
        } catch (WeightsException e) {
            if (Files.size(part) == 0) {
                Files.delete(part);
            }
            throw new WeightsException(e.getMessage() + " If it does not help to try again, "
                    + cache.byHand(url(weights).toString()));
        }
        return named(part, file);
    }

    private URI url(PublishedFile weights) {
        String base = folder.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + weights.fileName());
    }

    private static FileLock lock(FileChannel channel, Path part) throws IOException {
        try {
            // A byte that no file has: on Windows a locked one could not be read.
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this program itself: the same as by another one.
        }
        throw new FileSystemException(part.toString(), null, "is being downloaded already; wait for that to end");
    }

    private void complete(PublishedFile weights, PartialDownload download, Watch watch) throws IOException {
        boolean resumed = download.length() > 0;
        whole(weights, download, watch);
        if (isRight(weights, download)) {
            return;
        }
        if (resumed) {
            download.discard();
            whole(weights, download, watch);
            if (isRight(weights, download)) {
                return;
            }
        }
        download.discard();
        throw new WeightsException("What came from " + download.url() + " is not the " + weights.title()
                + " weights: its SHA-256 does not begin with " + weights.hashPrefix() + ". It was thrown away.");
    }

    private static boolean isRight(PublishedFile weights, PartialDownload download) throws IOException {
        return Sha256.of(download.file()).startsWith(weights.hashPrefix());
    }

    /** Goes on until all bytes are here; a connection that breaks again without a byte is given up. */
    private static void whole(PublishedFile weights, PartialDownload download, Watch watch) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long before = download.length();
            try {
                download.goOn(watch);
                return;
            } catch (WeightsException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS || download.length() == before) {
                    throw unreachable(weights, download, e);
                }
            }
        }
    }

    private static WeightsException unreachable(PublishedFile weights, PartialDownload download, IOException e)
            throws IOException {
        boolean never = e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
        String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
        return new WeightsException("The " + weights.title() + " weights could not be fetched from " + download.url()
                + (never ? ": there is no connection" + reason + "." : ": the connection broke" + reason + ".")
                + (download.length() > 0 ? " What has come is kept." : ""));
    }

    private static Path named(Path part, Path file) throws IOException {
        try {
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(PartialDownload.mark(part));
        }
    }
}
