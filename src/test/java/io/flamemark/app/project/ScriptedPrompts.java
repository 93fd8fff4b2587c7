package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers as a test decides, and remembers what was told. */
final class ScriptedPrompts implements Prompts {

    Optional<Path> target = Optional.empty();
    Unsaved unsaved = Unsaved.CANCEL;
    Conflict conflict = Conflict.CANCEL;
    final List<String> problems = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<String> questions = new ArrayList<>();

    @Override
    public Optional<Path> projectToOpen() {
        return target;
    }

    @Override
    public Optional<Path> folderToOpen() {
        return target;
    }

    @Override
    public List<Path> imagesToAdd() {
        return target.stream().toList();
    }

    @Override
    public Optional<Path> fileToSave(Path suggested) {
        questions.add("save as " + suggested.getFileName());
        return target;
    }

    @Override
    public Unsaved unsaved(String projectName) {
        questions.add("unsaved " + projectName);
        return unsaved;
    }

    @Override
    public Conflict conflict(Path file) {
        questions.add("conflict " + file.getFileName());
        return conflict;
    }

    @Override
    public void problem(String title, String sentence) {
        problems.add(sentence);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void findings(List<Finding> findings) {
        findings.forEach(f -> notes.add(f.message()));
    }
}
