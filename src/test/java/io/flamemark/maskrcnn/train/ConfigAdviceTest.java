package io.flamemark.maskrcnn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.flamemark.maskrcnn.ops.Precision;
import io.flamemark.run.ConfigOverride;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunEvent.Level;
import io.flamemark.run.RunEvent.Notice;
import io.flamemark.run.RunFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigAdviceTest {

    private static final String[] OF_A_DETECTOR = {
        "network.weights=model.pth", "network.recipe=torchvision", "network.norm=frozen", "network.minSize=800"
    };

    /** What is told of the quick preset with other values; the beginnings, and the level of each. */
    private static List<String> told(String[] values, String... more) {
        RunConfig config = RunFixture.config("quick");
        for (String value : Stream.concat(Stream.of(values), Stream.of(more)).toList()) {
            config = ConfigOverride.parse(value).applyTo(config);
        }
        return about(config, Precision.FLOAT32);
    }

    private static List<String> about(RunConfig config, Precision precision) {
        return ConfigAdvice.about(config, precision, false).stream()
                .map(ConfigAdviceTest::inShort)
                .toList();
    }

    private static List<String> told(String... values) {
        return told(new String[0], values);
    }

    private static String inShort(Notice notice) {
        String mark = notice.level() == Level.WARNING ? "!" : "";
        return mark + String.join(" ", List.of(notice.message().split(" ")).subList(0, 5));
    }

    @Test
    void thereIsNothingToSayOfAPreset() {
        assertEquals(List.of(), told());
    }

    @Test
    void whatTheMachineHasChosenIsTold() {
        RunConfig preset = RunFixture.config("quick");
        assertEquals("auto", preset.machine().precision());
        assertEquals(List.of("This processor is quicker with"), about(preset, Precision.BFLOAT16));
        RunConfig asked = ConfigOverride.parse("machine.precision=bfloat16").applyTo(preset);
        assertEquals(List.of(), about(asked, Precision.BFLOAT16));
    }

    @Test
    void partsThatStayRandomAreAMistake() {
        assertEquals(
                List.of("!The network starts from nothing,"),
                told("network.trainableStages=3+"),
                "frozen random stages");
        assertEquals(
                List.of("!The network starts from nothing,"), told("network.norm=frozen"), "statistics of nothing");
    }

    @Test
    void aBatchNormOfFewImagesIsAMistake() {
        assertEquals(List.of("!Batch norm learns from the"), told("network.norm=batch"));
        assertEquals(List.of(), told("network.norm=batch", "optimization.batchSize=4"));
    }

    @Test
    void aDetectorThatIsLedOverIsTold() {
        assertEquals(
                List.of("The network starts from pretrained"),
                told(OF_A_DETECTOR, "network.trainableStages=3+", "optimization.optimizer=sgd"));
    }

    @Test
    void aDetectorThatSeesSmallImagesIsTold() {
        assertEquals(List.of(), told(OF_A_DETECTOR));
        assertEquals(List.of("The detector that training starts"), told(OF_A_DETECTOR, "network.minSize=256"));
    }

    @Test
    void aBackboneThatFollowsSlowlyIsTold() {
        assertEquals(
                List.of("The backbone starts from pretrained"),
                told("network.weights=resnet18.pth", "network.norm=frozen", "tuning.backboneRate=0.1"));
    }

    @Test
    void rememberedFeaturesAreTold() {
        String[] heads = {"network.weights=model.pth", "network.trainableStages=heads"};
        assertEquals(List.of("Only the heads train. Without"), told(heads));
        assertEquals(
                List.of("Only the heads train and"),
                told(heads, "augmenting.scaleJitter=0", "augmenting.crop=0", "augmenting.colorJitter=0"));
        assertEquals(List.of(), told(heads, "machine.featureCache=0"));
    }

    @Test
    void onACardNothingIsRememberedNorTold() {
        RunConfig heads = RunFixture.config("quick");
        for (String value : List.of("network.weights=model.pth", "network.trainableStages=heads")) {
            heads = ConfigOverride.parse(value).applyTo(heads);
        }
        assertEquals(List.of(), ConfigAdvice.about(heads, Precision.FLOAT32, true));
        for (String value : List.of("augmenting.scaleJitter=0", "augmenting.crop=0", "augmenting.colorJitter=0")) {
            heads = ConfigOverride.parse(value).applyTo(heads);
        }
        assertTrue(RunImages.remembersFeatures(heads, false));
        assertFalse(RunImages.remembersFeatures(heads, true));
        assertEquals(List.of(), ConfigAdvice.about(heads, Precision.FLOAT32, true));
    }

    @Test
    void imagesGoThroughTheBackboneAloneOnlyWhereItsOutputsCouldBeRemembered() {
        RunConfig group = RunFixture.config("quick");
        for (String value : List.of(
                "network.norm=group",
                "network.trainableStages=heads",
                "machine.featureCache=0",
                "augmenting.scaleJitter=0",
                "augmenting.crop=0",
                "augmenting.colorJitter=0")) {
            group = ConfigOverride.parse(value).applyTo(group);
        }
        assertTrue(RunImages.takesImagesAlone(group, false), "there might have been room");
        assertFalse(RunImages.takesImagesAlone(group, true), "each map would be brought to the card and back");
        RunConfig varied = ConfigOverride.parse("augmenting.colorJitter=0.2").applyTo(group);
        assertFalse(RunImages.takesImagesAlone(varied, false), "no image comes again");
        RunConfig frozen = ConfigOverride.parse("network.norm=frozen").applyTo(group);
        assertFalse(RunImages.takesImagesAlone(frozen, false), "a batch is rounded no otherwise");
    }
}
