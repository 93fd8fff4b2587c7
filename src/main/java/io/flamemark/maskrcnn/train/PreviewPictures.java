package io.flamemark.maskrcnn.train;

import io.flamemark.dataset.Instance;
import io.flamemark.dataset.LabelMap;
import io.flamemark.dataset.Sample;
import io.flamemark.detection.Detection;
import io.flamemark.detection.Detections;
import io.flamemark.files.Folders;
import io.flamemark.geometry.CocoPolygonRasterizer;
import io.flamemark.geometry.Mask;
import io.flamemark.imaging.ImageDecoder;
import io.flamemark.imaging.ImageEncoder;
import io.flamemark.imaging.Overlay;
import io.flamemark.imaging.RgbImage;
import io.flamemark.imaging.Thumbnails;
import io.flamemark.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pictures of what the network finds on a few validation images, the same ones in every epoch, so that a person sees it
 * learn. A training never fails for want of a picture.
 */
final class PreviewPictures {

    private static final int MOST = 4;
    private static final int LONGEST_SIDE = 400;

    /** A longer run leaves pictures of so many of its epochs, a megabyte each. */
    private static final int MOST_EPOCHS = 100;

    private static final double LEAST_SCORE = 0.5;

    private final RunDirectory run;
    private final int every;
    private final LabelMap labels;
    private final List<Sample> samples;

    /** The shrunk images with what is truly there, read once they are needed. */
    private final List<Canvas> canvases = new ArrayList<>();

    private boolean failed;

    /**
     * @param epochs planned
     * @param validation those that can be read; some from all over the list are chosen
     */
    PreviewPictures(RunDirectory run, int epochs, LabelMap labels, List<Sample> validation) {
        this.run = run;
        every = Math.max(1, (int) Math.ceil((double) epochs / MOST_EPOCHS));
        this.labels = labels;
        int count = Math.min(MOST, validation.size());
        samples = IntStream.range(0, count)
                .mapToObj(i -> validation.get(i * validation.size() / count))
                .toList();
    }

    /** An image to paint on; {@code scale} is its size over the original's. */
    private record Canvas(RgbImage image, double scale, List<Mask> truths) {}

    /**
     * Writes the pictures of an epoch, unless it is one that a run of very many epochs leaves out.
     *
     * @param found by sample, in pixels of the original images
     * @return a sentence on why that was not possible, the first time only
     */
    Optional<String> write(int epoch, Map<String, Detections> found) {
        if (failed || epoch % every != 0) {
            return Optional.empty();
        }
        try {
            Path folder = Folders.makeBelow(run.root(), run.previews(epoch));
            for (int i = 0; i < samples.size(); i++) {
                Detections all = found.getOrDefault(samples.get(i).id(), Detections.none());
                ImageEncoder.write(
                        paint(canvas(i), all.atLeast(LEAST_SCORE)),
                        folder.resolve(name(i)),
                        ImageEncoder.USUAL_QUALITY);
            }
            return Optional.empty();
        } catch (IOException e) {
            failed = true;
            return Optional.of("There are no pictures of the validation images: " + e.getMessage() + ".");
        }
    }

    /** The place in the list, so that names are never the same, and as much of the image's name as any system takes. */
    private String name(int i) {
        String file = samples.get(i).image().getFileName().toString();
        String stem = file.replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_-]+", "_");
        return (i + 1) + "-" + stem.substring(0, Math.min(40, stem.length())) + ".png";
    }

    private Canvas canvas(int i) throws IOException {
        if (i == canvases.size()) {
            Sample sample = samples.get(i);
            RgbImage whole = new ImageDecoder().decode(sample.image(), sample.rendering());
            RgbImage image = Thumbnails.of(whole, LONGEST_SIDE);
            double scale = (double) image.width() / sample.width();
            canvases.add(new Canvas(
                    image,
                    scale,
                    sample.instances().stream()
                            .map(one -> truth(one, image, scale))
                            .toList()));
        }
        return canvases.get(i);
    }

    private static Mask truth(Instance instance, RgbImage image, double scale) {
        return CocoPolygonRasterizer.rasterize(
                        instance.parts().stream()
                                .map(part -> part.scaled(scale, scale))
                                .toList(),
                        image.width(),
                        image.height())
                .toMask();
    }

    private RgbImage paint(Canvas canvas, Detections found) {
        List<Overlay.Item> items =
                found.all().stream().map(d -> item(d, canvas.scale())).toList();
        return Overlay.paint(canvas.image(), items, canvas.truths());
    }

    private Overlay.Item item(Detection detection, double scale) {
        String text = String.format(Locale.ROOT, "%s %.2f", labels.nameOf(detection.label()), detection.score());
        return new Overlay.Item(
                shrunk(detection.mask(), scale),
                detection.box().scaled(scale, scale),
                Overlay.colour(detection.label() - 1),
                text);
    }

    /** The mask at another size, each pixel as the original has it at its centre. */
    private static Mask shrunk(Mask mask, double scale) {
        int left = (int) Math.floor(mask.left() * scale);
        int top = (int) Math.floor(mask.top() * scale);
        int width = (int) Math.ceil((mask.left() + mask.width()) * scale) - left;
        int height = (int) Math.ceil((mask.top() + mask.height()) * scale) - top;
        BitSet bits = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int atX = (int) ((left + x + 0.5) / scale);
                int atY = (int) ((top + y + 0.5) / scale);
                bits.set(y * width + x, mask.get(atX, atY));
            }
        }
        return new Mask(left, top, width, height, bits);
    }
}
