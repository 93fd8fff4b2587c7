package io.flamemark.synthesis;

import java.util.List;
import java.util.Optional;

/**
 * Everything in front of the camera, ready to be painted.
 *
 * @param terrain none indoors, where walls hide everything else
 */
record Scene(
        Camera camera,
        Sky sky,
        Optional<Terrain> terrain,
        Lighting lighting,
        GroundShade shade,
        List<Panel> panels,
        List<Standing> things,
        List<Fire> fires,
        List<SmokePlume> smoke,
        List<TerrainPainter.Scorch> scorches,
        Lens lens,
        Film film) {}
