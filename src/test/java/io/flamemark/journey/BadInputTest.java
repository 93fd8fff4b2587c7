package io.flamemark.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.cli.SmallProject;
import io.flamemark.journey.BadFiles.BadProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@DisplayName("Bad input in the window")
@ExtendWith(ApplicationExtension.class)
class BadInputTest {

    private static final String REFUSED = "The project cannot be opened";
    private static final String FOUND = "What was found in the project";

    @TempDir
    Path folder;

    private Path good;
    private Path bad;
    private Journey journey;

    @Start
    void start(Stage stage) throws Exception {
        good = SmallProject.in(folder.resolve("good"));
        bad = BadFiles.projectWithBadImages(folder.resolve("bad"));
        journey = new Journey(stage, folder.resolve("settings"), good);
    }

    @AfterEach
    void end() {
        journey.close();
    }

    @Test
    @DisplayName(
            "a project that cannot be read: file and place are told, and what is open stays, with its unsaved edit")
    void badProjects() throws Exception {
        String before = Files.readString(good);
        journey.canvasWithImage("annotate-canvas");
        journey.draw(35, 5, 45, 5, 40, 15);
        String title = journey.title();
        for (BadProject project : BadFiles.projects(folder, good)) {
            refuses(project);
            assertEquals(title, journey.title(), "open, and unsaved");
            assertEquals("10 images  ·  11 regions", journey.text("project-size"));
        }
        assertEquals(before, Files.readString(good));
        journey.save();
        assertTrue(Insertion.between(before, Files.readString(good)).contains("polygon"));
    }

    private void refuses(BadProject project) {
        journey.open(project.file());
        journey.answer("Save the changes to via_project.json?", "Discard");
        String told = journey.dialog(REFUSED);
        assertTrue(told.contains(project.file().toString()), told);
        project.told().forEach(part -> assertTrue(told.contains(part), told));
        journey.answer(REFUSED, "OK");
    }

    @Test
    @DisplayName("an image that cannot be shown is named with the reason, and the next one is shown")
    void badImages() {
        opensTheProjectWithBadImages();
        for (String name : List.of("huge.png", "corrupt.jpg", "missing.png")) {
            journey.click("annotate-next");
            journey.await(
                    "word of " + name, () -> journey.wordsIn("canvas-pane").contains(name + " cannot be shown"));
            String told = journey.wordsIn("canvas-pane");
            assertTrue(told.contains(BadFiles.IMAGES.get(name)), told);
            assertTrue(told.contains(folder.resolve("bad").resolve(name).toString()), told);
        }
        journey.click("annotate-next");
        journey.canvasWithImage("annotate-canvas");
        journey.draw(35, 5, 45, 5, 40, 15);
    }

    @Test
    @DisplayName("a polygon of two points is listed, a click leads to it, and it is in the file after a save as it was")
    void twoPoints() throws IOException {
        String before = Files.readString(bad);
        assertTrue(before.contains(BadFiles.TWO_POINTS), before);
        opensTheProjectWithBadImages();
        journey.click("annotate-next");
        journey.chooseFromMenu("Project", "What was found");
        journey.dialog(FOUND);
        String told = journey.wordsIn("dialog-pane");
        assertTrue(told.contains("train-0.png") && told.contains("polygon with 2 points"), told);
        assertTrue(told.contains("Image missing.png was not found"), told);
        journey.clickCell("polygon with 2 points");
        journey.await("its region", () -> journey.wordsIn("region-panel").contains("Points\n2\n"));
        journey.answer(FOUND, "Close");

        journey.draw(35, 5, 45, 5, 40, 15);
        journey.save();
        Insertion.between(before, Files.readString(bad));
    }

    private void opensTheProjectWithBadImages() {
        journey.open(bad);
        journey.await("the other project", () -> journey.title().contains("bad"));
        journey.await("its images", () -> journey.list("image-list").size() == 13);
        journey.canvasWithImage("annotate-canvas");
    }
}
