package io.flamemark.app.project;

import io.flamemark.annotation.Finding;
import io.flamemark.edit.ImportPlan;
import io.flamemark.format.ExportFormat;
import io.flamemark.format.TextReading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers as a test decides, and remembers what was told. */
final class ScriptedPrompts implements Prompts {

    Optional<Path> target = Optional.empty();
    Optional<Boolean> copying = Optional.of(true);
    Unsaved unsaved = Unsaved.CANCEL;
    Conflict conflict = Conflict.CANCEL;
    Optional<ImportPlan.Choice> importChoice = Optional.empty();
    boolean agrees;
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
    public Optional<Path> fileToImport() {
        return target;
    }

    @Override
    public Optional<Charset> encoding(Path file, List<TextReading> readings) {
        questions.add("encoding of " + file.getFileName());
        return agrees ? Optional.of(readings.get(0).charset()) : Optional.empty();
    }

    @Override
    public Optional<ImportPlan.Choice> importChoice(int shared, int fresh) {
        questions.add("import " + shared + " shared, " + fresh + " new");
        return importChoice;
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
    public Optional<Path> exportTarget(ExportFormat format, Path suggested) {
        questions.add("export as " + suggested.getFileName());
        return target;
    }

    @Override
    public Optional<Boolean> copyPictures() {
        questions.add("copy pictures");
        return copying;
    }

    @Override
    public void losses(String title, List<Finding> losses) {
        notes.add(title);
        losses.forEach(f -> notes.add(f.message()));
    }

    @Override
    public boolean allowFolders(Map<Path, Integer> images) {
        questions.add("allow " + images);
        return agrees;
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
    public boolean openedElsewhere(String projectName) {
        questions.add("opened elsewhere " + projectName);
        return agrees;
    }

    @Override
    public boolean discardRecovered(int edits) {
        questions.add("discard " + edits);
        return agrees;
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
