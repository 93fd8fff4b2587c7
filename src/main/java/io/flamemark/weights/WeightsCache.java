package io.flamemark.weights;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which published weights are kept.
 *
 * @param folder need not exist yet
 */
public record WeightsCache(Path folder) {

    /** Where the weights are or would be. */
    public Path file(PublishedFile weights) {
        return folder.resolve(weights.fileName());
    }

    /** Whether they are there. */
    public boolean has(PublishedFile weights) {
        return Files.isRegularFile(file(weights));
    }

    /**
     * The file that a person means.
     *
     * @param weights the name of published weights, or a path
     * @throws WeightsException if it is not there, with how to get it
     */
    public Path find(String weights) throws WeightsException {
        Optional<PublishedFile> published = Pretrained.named(weights).map(Pretrained::file);
        if (published.isEmpty()) {
            return own(weights);
        }
        if (!has(published.get())) {
            throw new WeightsException("The " + weights + " weights are not on this machine yet. Fetch them with"
                    + " \"flamemark weights fetch " + weights + "\", or "
                    + byHand(Pretrained.FOLDER + published.get().fileName()));
        }
        return file(published.get());
    }

    private static Path own(String weights) throws WeightsException {
        try {
            Path path = Path.of(weights).toAbsolutePath().normalize();
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new WeightsException("\"" + weights + "\" is not the path of a file: " + e.getReason() + ".");
        }
        throw new WeightsException(weights + ": there is no such file of weights. Name a .pth or .safetensors file, or "
                + String.join(", ", Pretrained.titles()) + ", or none.");
    }

    /** What a person without a connection can do. */
    String byHand(String url) {
        return "download " + url + " by hand and put it into " + folder + ".";
    }
}
