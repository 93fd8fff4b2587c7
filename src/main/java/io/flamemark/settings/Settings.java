package io.flamemark.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A person's choices, immutable. How a network is trained is not among them: that belongs to the run.
 *
 * @param theme how the window looks
 * @param recent project files opened before, the latest first
 * @param welcomed whether the first steps were seen and dismissed
 * @param window size of the window in screen pixels
 * @param allowedFolders where images of projects that lie elsewhere may be opened
 * @param charts how the charts of a training are drawn
 */
public record Settings(
        Theme theme, List<Path> recent, boolean welcomed, WindowSize window, List<Path> allowedFolders, Charts charts) {

    /** Light or dark. */
    public enum Theme {
        LIGHT,
        DARK;

        public Theme other() {
            return this == LIGHT ? DARK : LIGHT;
        }
    }

    /** A size, and whether the window fills the screen instead. */
    public record WindowSize(double width, double height, boolean maximized) {}

    /**
     * How the charts of a training are drawn.
     *
     * @param log whether losses stand on a logarithmic axis
     * @param smoothing of the curves, 0 (none) to 0.99
     */
    public record Charts(Axis axis, boolean log, double smoothing) {

        public static final Charts USUAL = new Charts(Axis.STEP, false, 0.9);

        /** What the horizontal axis counts. */
        public enum Axis {
            STEP,
            EPOCH,
            TIME
        }
    }

    private static final int MOST_RECENT = 10;

    public Settings {
        recent = List.copyOf(recent);
        allowedFolders = List.copyOf(allowedFolders);
    }

    public static Settings defaults() {
        return new Settings(Theme.LIGHT, List.of(), false, new WindowSize(1400, 900, false), List.of(), Charts.USUAL);
    }

    public Settings withTheme(Theme next) {
        return new Settings(next, recent, welcomed, window, allowedFolders, charts);
    }

    public Settings withWelcomed(boolean next) {
        return new Settings(theme, recent, next, window, allowedFolders, charts);
    }

    public Settings withWindow(WindowSize next) {
        return new Settings(theme, recent, welcomed, next, allowedFolders, charts);
    }

    public Settings withCharts(Charts next) {
        return new Settings(theme, recent, welcomed, window, allowedFolders, next);
    }

    /** The settings with {@code project} as the one opened last. */
    public Settings withOpened(Path project) {
        List<Path> next = new ArrayList<>(withoutRecent(project).recent);
        next.add(0, project.toAbsolutePath());
        return new Settings(
                theme, next.subList(0, Math.min(MOST_RECENT, next.size())), welcomed, window, allowedFolders, charts);
    }

    /** The settings without {@code project} among the recent ones, as when it no longer exists. */
    public Settings withoutRecent(Path project) {
        List<Path> next =
                recent.stream().filter(p -> !p.equals(project.toAbsolutePath())).toList();
        return new Settings(theme, next, welcomed, window, allowedFolders, charts);
    }

    /** The settings with images in {@code folders} allowed to be opened, whichever project refers to them. */
    public Settings withAllowed(Collection<Path> folders) {
        Set<Path> next = new LinkedHashSet<>(allowedFolders);
        folders.forEach(folder -> next.add(folder.toAbsolutePath().normalize()));
        return new Settings(theme, recent, welcomed, window, List.copyOf(next), charts);
    }
}
