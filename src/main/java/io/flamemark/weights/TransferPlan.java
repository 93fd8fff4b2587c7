package io.flamemark.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of a file's tensors fill which of a network's. Strict: what is not said here to start anew must be in the file,
 * in the same shape, and the file must hold nothing more.
 *
 * @param sources the name in the file by the network's name
 * @param anew the network's tensors that keep their start values
 * @param classes those that the file says it is for, as {@link TensorFile#classes} has them
 */
public record TransferPlan(Map<String, String> sources, List<String> anew, Optional<String> classes) {

    public TransferPlan {
        sources = Map.copyOf(sources);
        anew = List.copyOf(anew);
    }

    /**
     * For a file of exactly this network.
     *
     * @param network the shapes of the network's tensors by name
     * @throws WeightsException if it is not, with what does not fit
     */
    public static TransferPlan exact(TensorFile file, Map<String, TensorShape> network) throws WeightsException {
        return fill(file, stored(file, network), network, name -> false);
    }

    /**
     * For fine-tuning, as torchvision's tutorial does it: a detector gives all but its box and mask predictors; a
     * residual network trained on ImageNet ({@code conv1.weight}, {@code layer1...}) gives the backbone. Only a file
     * that says it is for the same classes gives its predictors too: as many classes may be quite others.
     *
     * @param classes the names of the network's classes, without the background
     * @throws WeightsException if the rest does not fit, with what does not
     * @see <a href="https://pytorch.org/tutorials/intermediate/torchvision_tutorial.html">the tutorial</a>
     */
    public static TransferPlan fineTuning(TensorFile file, Map<String, TensorShape> network, List<String> classes)
            throws WeightsException {
        Map<String, String> stored = stored(file, network);
        if (stored.containsKey("conv1.weight")) {
            Map<String, String> body = new LinkedHashMap<>();
            stored.forEach((name, source) -> {
                if (!TorchvisionNames.isClassifier(name)) {
                    body.put(TorchvisionNames.BODY + name, source);
                }
            });
            return fill(file, body, network, name -> !name.startsWith(TorchvisionNames.BODY));
        }
        Predicate<String> predictor = TorchvisionNames::isPredictor;
        boolean sameClasses = TensorFile.classes(classes).equals(file.metadata().get(TensorFile.CLASSES))
                && FitReport.of(only(predictor, network), only(predictor, shapes(file, stored)))
                        .isExact();
        return fill(file, stored, network, sameClasses ? name -> false : predictor);
    }

    /** Whether all that is filled is the residual network, whose file knows no classes. */
    public boolean fillsBackboneAlone() {
        return sources.keySet().stream().allMatch(name -> name.startsWith(TorchvisionNames.BODY));
    }

    /** Whether what tells the classes apart, and finds their boxes and masks, keeps its start values. */
    public boolean startsPredictorsAnew() {
        return anew.stream().anyMatch(TorchvisionNames::isPredictor);
    }

    /** The file's tensors under today's names, without the counters that this network does not have. */
    private static Map<String, String> stored(TensorFile file, Map<String, TensorShape> network)
            throws WeightsException {
        Map<String, String> stored = new LinkedHashMap<>();
        for (String name : file.tensors().keySet()) {
            String current = TorchvisionNames.current(name);
            boolean useless = TorchvisionNames.isCounter(current) && !network.containsKey(current);
            if (!useless && stored.put(current, name) != null) {
                throw new WeightsException(file.path(), "holds " + current + " under an old and under its new name");
            }
        }
        return stored;
    }

    private static TransferPlan fill(
            TensorFile file, Map<String, String> stored, Map<String, TensorShape> network, Predicate<String> anew)
            throws WeightsException {
        Predicate<String> wanted = anew.negate();
        List<String> kept = new ArrayList<>(only(anew, network).keySet());
        Map<String, TensorShape> found = only(wanted, shapes(file, stored));
        FitReport report = FitReport.of(withoutLackingCounters(only(wanted, network), found, kept), found);
        if (!report.isExact()) {
            throw new WeightsException(file.path(), "does not fit this network: " + report.text());
        }
        Map<String, String> sources = new LinkedHashMap<>();
        report.fitting().forEach(name -> sources.put(name, stored.get(name)));
        return new TransferPlan(
                sources, kept, Optional.ofNullable(file.metadata().get(TensorFile.CLASSES)));
    }

    /** A network whose norms learn can do without the counters of one whose norms were frozen. */
    private static Map<String, TensorShape> withoutLackingCounters(
            Map<String, TensorShape> wanted, Map<String, TensorShape> found, List<String> kept) {
        Map<String, TensorShape> needed = new LinkedHashMap<>();
        wanted.forEach((name, shape) -> {
            if (TorchvisionNames.isCounter(name) && !found.containsKey(name)) {
                kept.add(name);
            } else {
                needed.put(name, shape);
            }
        });
        return needed;
    }

    private static Map<String, TensorShape> shapes(TensorFile file, Map<String, String> stored) {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        stored.forEach(
                (name, source) -> shapes.put(name, file.tensors().get(source).shape()));
        return shapes;
    }

    private static Map<String, TensorShape> only(Predicate<String> names, Map<String, TensorShape> shapes) {
        Map<String, TensorShape> some = new LinkedHashMap<>(shapes);
        some.keySet().removeIf(names.negate());
        return some;
    }
}
