package io.flamemark.app.shell;

import atlantafx.base.theme.Styles;
import io.flamemark.app.project.Journaling;
import io.flamemark.app.project.ProjectDocument;
import io.flamemark.format.journal.RecoveredEdits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import org.controlsfx.control.PopOver;

/** Says what concerns the safety of work not saved yet: edits that were recovered, and edits that cannot be kept safe. */
public final class SafetyBanners {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm");
    private static final int MOST_ROWS = 12;
    private static final double ROW_HEIGHT = 28;

    private final MainWindow window;
    private final Journaling journaling;
    private final Clock clock;
    private final Banner recovered = new Banner("recovered", "notice", "fth-life-buoy");
    private final Banner trouble = new Banner("journal-trouble", "alarm", "fth-alert-triangle");

    private SafetyBanners(MainWindow window, Journaling journaling, Clock clock) {
        this.window = window;
        this.journaling = journaling;
        this.clock = clock;
    }

    /** Shows them in the window whenever there is something to say. */
    public static void install(MainWindow window, Journaling journaling, ProjectDocument document, Clock clock) {
        SafetyBanners banners = new SafetyBanners(window, journaling, clock);
        Button list = banners.recovered.offer("What was done", () -> {});
        list.setOnAction(event -> banners.showEdits(list));
        banners.recovered.offer("Discard…", document::discardRecovered).setId("recovered-discard");
        Button keep = banners.recovered.offer("Keep", journaling::keepRecovered);
        keep.setId("recovered-keep");
        keep.getStyleClass().add(Styles.ACCENT);
        banners.trouble.offer("Save now", document::save).getStyleClass().add(Styles.DANGER);
        journaling.recoveredProperty().addListener((o, was, is) -> banners.recovered(is));
        journaling.troubleProperty().addListener((o, was, is) -> banners.trouble(is));
    }

    private void recovered(RecoveredEdits edits) {
        window.removeBanner(recovered);
        if (edits != null) {
            List<RecoveredEdits.Step> steps = edits.steps();
            boolean one = steps.size() == 1;
            recovered.say(
                    one ? "1 edit recovered" : steps.size() + " edits recovered",
                    ("Flamemark ended before saving; the last edit was made %s. Look at the images, then keep or discard"
                                    + " %s. What you keep is not saved yet.")
                            .formatted(when(steps.get(steps.size() - 1)), one ? "it" : "them"));
            window.addBanner(recovered);
        }
    }

    private void trouble(String reason) {
        window.removeBanner(trouble);
        if (!reason.isEmpty()) {
            trouble.say(
                    "Your edits are not safe from a crash",
                    "They cannot be written to the journal (%s). It is tried again every few seconds; saving the project"
                                    .formatted(reason)
                            + " makes them safe.");
            window.addBanner(trouble);
        }
    }

    private void showEdits(Button owner) {
        ListView<String> list = new ListView<>();
        journaling
                .recoveredProperty()
                .get()
                .steps()
                .forEach(step -> list.getItems().add(0, time(step) + "   " + step.description()));
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefSize(320, ROW_HEIGHT * Math.min(MOST_ROWS, list.getItems().size()) + 2);
        PopOver popOver = new PopOver(list);
        popOver.getStyleClass().add("list-pop-over");
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.show(owner);
    }

    private String when(RecoveredEdits.Step step) {
        ZonedDateTime at = step.at().atZone(clock.getZone());
        boolean today = at.toLocalDate().equals(LocalDate.now(clock));
        return today ? "today at " + TIME.format(at) : "on " + DAY.format(at);
    }

    private String time(RecoveredEdits.Step step) {
        return TIME.format(step.at().atZone(clock.getZone()));
    }
}
