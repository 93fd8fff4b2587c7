package io.flamemark.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a file's tensors have to do with those a network wants, name by name.
 *
 * @param fitting in both, of one shape
 * @param missing the network's that the file does not have
 * @param unexpected the file's that the network does not have
 * @param misshapen in both, of different shapes
 */
public record FitReport(
        List<String> fitting, List<String> missing, List<String> unexpected, List<Misshapen> misshapen) {

    /** A tensor in two shapes. */
    public record Misshapen(String name, TensorShape wanted, TensorShape found) {

        @Override
        public String toString() {
            return name + " " + found + " instead of " + wanted;
        }
    }

    private static final int MOST_NAMED = 4;

    public FitReport {
        fitting = List.copyOf(fitting);
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        misshapen = List.copyOf(misshapen);
    }

    /** Compares. */
    public static FitReport of(Map<String, TensorShape> wanted, Map<String, TensorShape> found) {
        List<String> fitting = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Misshapen> misshapen = new ArrayList<>();
        wanted.forEach((name, shape) -> {
            TensorShape other = found.get(name);
            if (other == null) {
                missing.add(name);
            } else if (other.equals(shape)) {
                fitting.add(name);
            } else {
                misshapen.add(new Misshapen(name, shape, other));
            }
        });
        List<String> unexpected = found.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .toList();
        return new FitReport(fitting, missing, unexpected, misshapen);
    }

    /** Whether each of the network's tensors is in the file, and nothing else. */
    public boolean isExact() {
        return missing.isEmpty() && unexpected.isEmpty() && misshapen.isEmpty();
    }

    /** What does not fit, for a person: {@code 2 tensors are missing (a, b); 1 tensor is of another shape (...)}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, missing, "missing", Function.identity());
        add(parts, misshapen, "of another shape", Misshapen::toString);
        add(parts, unexpected, "not part of the network", Function.identity());
        return parts.isEmpty() ? "all " + fitting.size() + " tensors fit" : String.join("; ", parts);
    }

    private static <T> void add(List<String> parts, List<T> tensors, String what, Function<T, String> words) {
        if (!tensors.isEmpty()) {
            String named = tensors.stream().limit(MOST_NAMED).map(words).collect(Collectors.joining(", "));
            parts.add(tensors.size() + (tensors.size() == 1 ? " tensor is " : " tensors are ") + what + " (" + named
                    + (tensors.size() > MOST_NAMED ? ", ..." : "") + ")");
        }
    }
}
