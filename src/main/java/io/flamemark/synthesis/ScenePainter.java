package io.flamemark.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Paints a scene from far to near. */
final class ScenePainter {

    private record Layer(double distance, Runnable paint) {}

    private ScenePainter() {}

    /** The light on the film, before the lens. */
    static Frame paint(Scene scene, SplittableRandom random) {
        Camera camera = scene.camera();
        Frame frame = new Frame(camera.width(), camera.height(), scene.fires().size());
        Lighting lighting = scene.lighting();
        scene.terrain()
                .ifPresent(land -> new TerrainPainter(frame, camera, land, lighting, scene.shade(), scene.scorches())
                        .paint(scene.sky()));
        SpritePainter sprites = new SpritePainter(frame, camera, lighting, scene.shade());
        PanelPainter panels = new PanelPainter(frame, camera, lighting, scene.shade());
        FirePainter fires = new FirePainter(frame, camera, random.nextLong());
        SmokePainter smoke = new SmokePainter(frame, camera, lighting);
        SparkPainter sparks = new SparkPainter(frame, camera, random.split());
        List<Layer> layers = new ArrayList<>();
        // The walls hide each other by their depth alone; things with soft edges need the right order.
        scene.panels().forEach(p -> layers.add(new Layer(p.distance(), () -> panels.paint(p))));
        scene.things().forEach(t -> layers.add(new Layer(t.foot().z(), () -> sprites.paint(t))));
        scene.fires().forEach(f -> layers.add(new Layer(f.base().z(), () -> fires.paint(f))));
        scene.fires().forEach(f -> layers.add(new Layer(f.base().z() - 0.02, () -> sparks.paint(f))));
        scene.smoke().forEach(s -> layers.add(new Layer(s.from().z(), () -> smoke.paint(s))));
        layers.sort(Comparator.comparingDouble((Layer l) -> -l.distance()));
        layers.forEach(l -> l.paint().run());
        return frame;
    }
}
