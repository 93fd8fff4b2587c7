package io.flamemark.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups samples that show the same: pictures that look the same wherever they are, and neighbours by file name, such as
 * the frames of a film, that look alike. What is alike by way of others is one scene too, so that a camera may wander.
 */
final class Scenes {

    /** Films are often sampled every second: so many numbers may lie between frames. */
    private static final long NEIGHBOURS = 60;

    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d{1,15})(\\D*)");

    private final List<Sample> samples;
    private final Map<String, PictureHash> hashes;
    private final int[] parent;

    private Scenes(List<Sample> samples, Map<String, PictureHash> hashes) {
        this.samples = samples;
        this.hashes = hashes;
        parent = new int[samples.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /**
     * The scenes in the order of their first samples, each in the samples' order.
     *
     * @param hashes by sample id; a sample without one is judged by its name alone
     */
    static List<List<Sample>> of(List<Sample> samples, Map<String, PictureHash> hashes) {
        Scenes scenes = new Scenes(samples, hashes);
        scenes.joinSame();
        scenes.joinNeighbours();
        return scenes.groups();
    }

    private void joinSame() {
        for (int i = 0; i < samples.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (distance(i, j).filter(d -> d <= PictureHash.SAME).isPresent()) {
                    join(i, j);
                }
            }
        }
    }

    private record Numbered(int sample, String series, long number) {}

    private void joinNeighbours() {
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            numbered(i).ifPresent(numbered::add);
        }
        numbered.sort(Comparator.comparing(Numbered::series).thenComparingLong(Numbered::number));
        for (int i = 1; i < numbered.size(); i++) {
            Numbered one = numbered.get(i - 1);
            Numbered next = numbered.get(i);
            if (one.series().equals(next.series())
                    && next.number() - one.number() <= NEIGHBOURS
                    && distance(one.sample(), next.sample()).orElse(0) <= PictureHash.SAME_SCENE) {
                join(one.sample(), next.sample());
            }
        }
    }

    /** The place of a sample in a series of files whose names differ by their last number alone. */
    private Optional<Numbered> numbered(int sample) {
        Path file = samples.get(sample).image();
        Matcher matcher = LAST_NUMBER.matcher(file.getFileName().toString());
        return matcher.matches()
                ? Optional.of(new Numbered(
                        sample,
                        file.resolveSibling(matcher.group(1) + "#" + matcher.group(3))
                                .toString(),
                        Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    private Optional<Integer> distance(int i, int j) {
        PictureHash a = hashes.get(samples.get(i).id());
        PictureHash b = hashes.get(samples.get(j).id());
        return a == null || b == null ? Optional.empty() : Optional.of(a.distance(b));
    }

    private void join(int i, int j) {
        int a = root(i);
        int b = root(j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private List<List<Sample>> groups() {
        Map<Integer, List<Sample>> groups = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            groups.computeIfAbsent(root(i), first -> new ArrayList<>()).add(samples.get(i));
        }
        return List.copyOf(groups.values());
    }
}
