package io.flamemark.weights;

import io.flamemark.weights.PickleValue.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The named tensors of a checkpoint's object. Training scripts put them into a dict beside the optimizer's memory and
 * more, under a name of their liking, and wrappers for several processors put a prefix before each name; both are seen
 * through.
 *
 * @param key where in the object the tensors are, empty where they are the object
 * @param beside what else stands next to them
 */
record StateDict(String key, Collection<String> beside, Map<String, View> views) {

    /** Where scripts keep the weights, those first that would be meant where there are several. */
    private static final List<String> USUAL_KEYS =
            List.of("model", "state_dict", "model_state_dict", "model_state", "net", "network", "weights", "ema");

    /** What DataParallel, torch.compile and Lightning put before the names. */
    private static final List<String> PREFIXES = List.of("module.", "_orig_mod.", "module.", "model.");

    private static final int DEEPEST = 4;
    private static final int MOST_NAMED = 12;

    /** @throws WeightsException if there are none */
    static StateDict find(Path file, Object root) throws WeightsException {
        StateDict found = find(root, "", 0, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (found == null) {
            throw new WeightsException(file, "is a PyTorch file, but holds no named tensors");
        }
        return new StateDict(found.key, found.beside, unwrapped(found.views));
    }

    /** The tensors without what wrappers put before each name. */
    static <T> Map<String, T> unwrapped(Map<String, T> tensors) {
        Map<String, T> unwrapped = tensors;
        for (String prefix : PREFIXES) {
            unwrapped = without(prefix, unwrapped);
        }
        return unwrapped;
    }

    private static StateDict find(Object value, String key, int depth, Set<Object> seen) {
        if (depth == DEEPEST || !(value instanceof Map<?, ?> dict) || !seen.add(value)) {
            return null;
        }
        for (String name : USUAL_KEYS) {
            StateDict found = below(dict, name, key, depth, seen);
            if (found != null) {
                return found.within(dict, name);
            }
        }
        // A loss or a generator's state may be a tensor, too: the weights are where most are.
        StateDict most = new StateDict(key, List.of(), views(dict));
        String where = null;
        for (String name : names(dict)) {
            StateDict found = below(dict, name, key, depth, seen);
            if (found != null && found.views.size() > most.views.size()) {
                most = found;
                where = name;
            }
        }
        return most.views.isEmpty() ? null : where == null ? most : most.within(dict, where);
    }

    private static StateDict below(Map<?, ?> dict, String name, String key, int depth, Set<Object> seen) {
        return dict.get(name) instanceof Map<?, ?> inner
                ? find(inner, key.isEmpty() ? name : key + "." + name, depth + 1, seen)
                : null;
    }

    private StateDict within(Map<?, ?> dict, String name) {
        List<String> others = new ArrayList<>(names(dict));
        others.remove(name);
        return new StateDict(key, others, views);
    }

    private static Map<String, View> views(Map<?, ?> dict) {
        Map<String, View> views = new LinkedHashMap<>();
        dict.forEach((name, value) -> {
            if (name instanceof String text && value instanceof View view) {
                views.put(text, view);
            }
        });
        return views;
    }

    private static List<String> names(Map<?, ?> dict) {
        return dict.keySet().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static <T> Map<String, T> without(String prefix, Map<String, T> tensors) {
        if (!tensors.keySet().stream().allMatch(name -> name.startsWith(prefix))) {
            return tensors;
        }
        Map<String, T> shorter = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shorter.put(name.substring(prefix.length()), tensor));
        return shorter;
    }

    /** What is known of the checkpoint besides its tensors. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (!key.isEmpty()) {
            metadata.put("tensors under", key);
        }
        if (!beside.isEmpty()) {
            metadata.put("beside them", beside.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
        }
        return metadata;
    }
}
