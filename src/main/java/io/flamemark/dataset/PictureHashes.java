package io.flamemark.dataset;

import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The hashes of pictures, each computed once as long as its file stays as it is. Thread-safe; reading takes long. */
public final class PictureHashes {

    /** Sees how far the work is. */
    @FunctionalInterface
    public interface Watch {

        /**
         * Called after each picture.
         *
         * @param share of the work that is done, 0..1
         * @return whether to go on
         */
        boolean goesOn(double share);
    }

    private record Version(Path file, Rendering rendering, FileTime changed, long size) {}

    private final ImageDecoder decoder = new ImageDecoder();
    private final Map<Version, PictureHash> known = new ConcurrentHashMap<>();

    /** The hash of each sample by its id, without those whose picture cannot be read and those not come to. */
    public Map<String, PictureHash> of(List<Sample> samples, Watch watch) {
        Map<String, PictureHash> hashes = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            of(sample).ifPresent(hash -> hashes.put(sample.id(), hash));
            if (!watch.goesOn((i + 1.0) / samples.size())) {
                break;
            }
        }
        return hashes;
    }

    private Optional<PictureHash> of(Sample sample) {
        Path file = sample.image();
        try {
            Version version = new Version(file, sample.rendering(), Files.getLastModifiedTime(file), Files.size(file));
            PictureHash hash = known.get(version);
            if (hash == null) {
                hash = PictureHash.of(decoder.decode(file, sample.rendering()));
                known.put(version, hash);
            }
            return Optional.of(hash);
        } catch (IOException e) {
            // A picture that cannot be read is a finding of its own, and looks like no other.
            return Optional.empty();
        }
    }
}
