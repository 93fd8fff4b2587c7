package io.flamemark.run;

import io.flamemark.dataset.Dataset;
import io.flamemark.files.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of a project: makes run directories in one folder, {@code runs/}, and lists those of wherever they may be. */
public final class RunStore {

    /** What the name of a run begins with, so that names sort by time. */
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm", Locale.ROOT);

    static final int MINUTE_LENGTH = "yyyy-MM-ddTHHmm".length();

    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
    private static final int NAME_LENGTH = 24;
    private static final int SUFFIX_LENGTH = 4;
    private static final int MARK_LENGTH = 8;
    private static final String FOLDER = "runs";

    /** The first is where new runs go. */
    private final List<Path> places;

    private final Clock clock;

    /** @param folder need not exist yet */
    public RunStore(Path folder, Clock clock) {
        this(List.of(folder), clock);
    }

    private RunStore(List<Path> places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /**
     * The runs of a project. New ones go to {@code runs/} beside it where that can be written, else to a folder of its own
     * elsewhere; those of the other place are listed too, since what can be written may change.
     *
     * @param otherwise the person's data folder
     */
    public static RunStore of(Path project, Path otherwise, Clock clock) {
        return of(project, otherwise, clock, Files::isWritable);
    }

    static RunStore of(Path project, Path otherwise, Clock clock, Predicate<Path> isWritable) {
        Path beside = project.toAbsolutePath().normalize().resolveSibling(FOLDER);
        Path shared = otherwise.resolve(FOLDER).resolve(nameOf(project));
        Path own = shared.resolveSibling(shared.getFileName() + "-" + mark(beside));
        boolean parentWritable = isWritable.test(beside.getParent());
        boolean writable = Files.exists(beside) ? isWritable.test(beside) : parentWritable;
        List<Path> places = new ArrayList<>(writable ? List.of(beside, own) : List.of(own, beside));
        if (!parentWritable) {
            // Earlier versions had one folder for all projects of a name whose folder cannot be written.
            places.add(shared);
        }
        return new RunStore(List.copyOf(places), clock);
    }

    /** Tells projects of the same name apart. */
    private static String mark(Path beside) {
        return Sha256.of(beside.toString().getBytes(StandardCharsets.UTF_8)).substring(0, MARK_LENGTH);
    }

    /** Where new runs go. */
    public Path folder() {
        return places.get(0);
    }

    /** The directories of all runs. */
    private List<Path> directories() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place) && (place.equals(folder()) || Files.isReadable(place))) {
                try (Stream<Path> content = Files.list(place)) {
                    content.filter(RunStore::holdsRun).forEach(found::add);
                }
            }
        }
        return found;
    }

    /**
     * Makes a run directory with everything frozen that a training needs.
     *
     * @param project copied as {@code labels.json} where it is a file; what was trained on is in {@code dataset.json}
     *     whatever the project lies in
     * @throws IllegalArgumentException if the configuration contradicts itself; nothing is made then
     * @throws TrainingException if no training image has an outline; nothing is made then either
     * @throws IOException if the directory cannot be made or an image not read
     */
    public RunDirectory create(RunConfig config, Dataset dataset, Path project) throws IOException {
        Contradictions.refuse(config);
        requireOutline(dataset);
        Files.createDirectories(folder());
        RunDirectory run = newDirectory(nameOf(project));
        return fill(run, config, dataset, project);
    }

    /** The same in a directory of the caller's choice, which must not exist or be empty. */
    public RunDirectory createAt(Path directory, RunConfig config, Dataset dataset, Path project) throws IOException {
        Contradictions.refuse(config);
        requireOutline(dataset);
        Files.createDirectories(directory);
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw new FileAlreadyExistsException(
                        directory.toString(), null, "the folder is not empty; name a new one for the run");
            }
        }
        return fill(new RunDirectory(directory.toAbsolutePath()), config, dataset, project);
    }

    private static void requireOutline(Dataset dataset) {
        if (dataset.train().isEmpty()) {
            throw new TrainingException(
                    "There is no image to train on: none was found that can be read and is used for training.");
        }
        if (dataset.train().stream().allMatch(sample -> sample.instances().isEmpty())) {
            throw new TrainingException("No training image has an outline, so there is nothing to learn from. Draw at"
                    + " least one around a fire on an image that is used for training.");
        }
    }

    /** All runs, newest first. One that cannot be read is among them, and says so. */
    public List<RunSummary> list() throws IOException {
        return directories().stream()
                .map(directory -> RunSummary.of(new RunDirectory(directory)))
                .sorted(Comparator.comparing(RunSummary::created)
                        .thenComparing(RunSummary::id)
                        .reversed())
                .toList();
    }

    /**
     * Differs from what it was before where a run has come, gone, moved on or been renamed. Costs a look at three files
     * a run, without reading them.
     */
    public String mark() throws IOException {
        return directories().stream()
                .map(RunDirectory::new)
                .map(run -> run.id() + " " + changed(run.state()) + " " + changed(run.config()) + " "
                        + changed(run.notes()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            return "none";
        }
    }

    /** A directory that is being filled has neither a state nor events, see {@link #fill}. */
    private static boolean holdsRun(Path directory) {
        RunDirectory run = new RunDirectory(directory);
        return Files.isDirectory(directory) && (Files.exists(run.state()) || Files.exists(run.events()));
    }

    /** How fast this machine was at each run that measured it, oldest first. */
    public List<Speed> speeds() throws IOException {
        List<Speed> speeds = new ArrayList<>();
        for (RunSummary run : list()) {
            speedOf(run.directory()).ifPresent(speeds::add);
        }
        Collections.reverse(speeds);
        return speeds;
    }

    /** One file that cannot be read does not keep anybody from training. */
    private static Optional<Speed> speedOf(RunDirectory run) {
        try {
            return Speed.read(run);
        } catch (IOException e) {
            LOG.warn("How fast {} was cannot be read", run.root(), e);
            return Optional.empty();
        }
    }

    private RunDirectory fill(RunDirectory run, RunConfig config, Dataset dataset, Path project) throws IOException {
        RunFiles.write(run.config(), config);
        RunFiles.write(run.dataset(), FrozenDataset.of(dataset, run));
        Optional<FrozenWeights> weights = FrozenWeights.of(config);
        if (weights.isPresent()) {
            RunFiles.write(run.startWeights(), weights.get());
        }
        if (Files.isRegularFile(project)) {
            Files.copy(project, run.labels(), StandardCopyOption.REPLACE_EXISTING);
        }
        // Last: a directory with a state is complete.
        RunFiles.write(
                run.state(),
                RunStatus.queued(config.optimization().epochs(), ProcessHandle.current(), clock.instant())
                        .in(run.root()));
        return run;
    }

    private RunDirectory newDirectory(String name) throws IOException {
        Instant now = clock.instant();
        while (true) {
            String id = MINUTE.format(now.atZone(ZoneId.systemDefault())) + "-" + name + "-" + suffix();
            try {
                return new RunDirectory(
                        Files.createDirectory(folder().toAbsolutePath().resolve(id)));
            } catch (FileAlreadyExistsException e) {
                LOG.debug("{} is taken, drawing another name", id);
            }
        }
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, SUFFIX_LENGTH);
    }

    /** The project's folder name, or its file's where that says more; short, lower case, plain letters. */
    private static String nameOf(Path project) {
        String file = project.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path folder = project.toAbsolutePath().getParent().getFileName();
        boolean usual = file.startsWith("via_");
        String name = (usual && folder != null ? folder.toString() : file)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "run" : name.substring(0, Math.min(NAME_LENGTH, name.length()));
    }
}
