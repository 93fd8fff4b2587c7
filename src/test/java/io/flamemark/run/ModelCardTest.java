package io.flamemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.files.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A model's card")
class ModelCardTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("comes back as it was written")
    void roundTrip() throws Exception {
        TrainingJob job = RunFixture.job(folder, "quick");
        ModelCard card = ModelCard.of(
                job, 3, Optional.of(new Scores(.1, .2, .3, .4, -1)), 1234, Instant.parse("2026-11-22T17:30:00Z"));
        Files.createDirectory(job.directory().model());
        RunFiles.write(job.directory().modelCard(), card);

        assertEquals(card, RunFiles.modelCard(job.directory().modelCard()));
        assertEquals(2, card.data().trainObjects());
    }

    @Test
    @DisplayName("has the hash of what training started from as that was then, not of a file that replaced it since")
    void startWeights() throws Exception {
        TrainingJob job = RunFixture.job(folder, "quick");
        Path weights = Files.writeString(folder.resolve("start.safetensors"), "as it was");
        String asItWas = Sha256.of(weights);
        RunConfig config = new ConfigOverride("network.weights", weights.toString()).applyTo(job.config());
        RunStore store = new RunStore(folder.resolve("runs"), Clock.systemUTC());
        RunDirectory run = store.create(config, job.dataset(), folder.resolve("via_project.json"));
        Files.writeString(weights, "trained longer");
        Files.createDirectories(run.model());
        Files.writeString(run.weights(), "w");
        ModelCard card = ModelCard.of(
                new TrainingJob(config, job.dataset(), run),
                1,
                Optional.empty(),
                1,
                Instant.parse("2026-11-22T17:30:00Z"));
        assertEquals(
                Optional.of(asItWas), card.hashed(run).hashes().orElseThrow().startWeights());
    }

    @Test
    @DisplayName("says in words and hashes what the weights beside it are; an older one says less")
    void wordsAndHashes() throws Exception {
        TrainingJob job = RunFixture.job(folder, "quick");
        RunDirectory run = job.directory();
        Files.createDirectories(run.model());
        Files.writeString(run.weights(), "w");
        ModelCard plain = ModelCard.of(
                job, 1, Optional.of(new Scores(.1, .2, .3, .4, .5)), 1234, Instant.parse("2026-11-22T17:30:00Z"));
        RunFiles.write(run.modelCard(), plain.hashed(run));
        ModelCard card = RunFiles.modelCard(run.modelCard());

        ModelCard.Hashes hashes = card.hashes().orElseThrow();
        assertEquals(Sha256.of(run.weights()), hashes.weights());
        assertEquals(Optional.of(Sha256.of(run.dataset())), hashes.dataset());
        assertEquals(Optional.empty(), hashes.startWeights(), "it started from nothing");
        assertEquals(
                "A Mask R-CNN (resnet18, images of 128 pixels) that finds fire, trained from nothing with the preset"
                        + " quick and the seed 7 on 1 image with 2 annotated objects; judged on 1 image with 1"
                        + " annotated object; none kept apart for the final test. These are the weights of epoch 1 of"
                        + " 2. On the validation images it has a mask AP of 0.100, an AP50 of 0.200 and a mean IoU of"
                        + " 0.500.",
                card.summary().orElseThrow());

        String engine = card.engine().orElseThrow();
        assertTrue(engine.matches("PyTorch \\d+\\.\\d+\\.\\d+ (cpu|cu\\d+).*"), engine);
        assertEquals(card.engine(), Environment.current().engine());

        List<String> limits = card.limits().orElseThrow();
        assertTrue(limits.get(0).startsWith("All it knows comes from 1 training image."), limits.get(0));
        String counted = "scores more than 0.05, mean IoU those of 0.5 or more";
        assertTrue(limits.stream().anyMatch(it -> it.contains(counted)), limits::toString);

        String older = Files.readString(run.modelCard())
                .replace("\"summary\"", "\"unknown\"")
                .replace("\"hashes\"", "\"alsoUnknown\"");
        Files.writeString(run.modelCard(), older);
        assertEquals(Optional.empty(), RunFiles.modelCard(run.modelCard()).summary());
    }
}
