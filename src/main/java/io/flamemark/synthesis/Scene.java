package io.flamemark.synthesis;

import java.util.List;

/** Everything in front of the camera, ready to be painted. */
record Scene(
        Camera camera,
        Sky sky,
        Terrain terrain,
        Lighting lighting,
        GroundShade shade,
        List<Panel> panels,
        List<Standing> things,
        List<Fire> fires,
        List<SmokePlume> smoke,
        List<TerrainPainter.Scorch> scorches,
        Lens lens,
        Film film) {}
