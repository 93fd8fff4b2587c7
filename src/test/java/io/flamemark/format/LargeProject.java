package io.flamemark.format;

import java.util.Random;

/** The text of a large VIA project, as VIA writes it: outlines like those people draw, each of 8 to 24 vertices. */
final class LargeProject {

    private LargeProject() {}

    static String text(int images, int regionsEach) {
        Random random = new Random(images);
        StringBuilder entries = new StringBuilder();
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < images; i++) {
            String key = "frames/fire_%05d.jpg%d".formatted(i, 100_000 + i);
            entries.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(key)
                    .append("\":{\"filename\":\"frames/fire_%05d.jpg\"".formatted(i));
            entries.append(",\"size\":").append(100_000 + i).append(",\"regions\":[");
            for (int j = 0; j < regionsEach; j++) {
                entries.append(j == 0 ? "" : ",");
                region(random, entries);
            }
            entries.append("],\"file_attributes\":{\"split\":\"")
                    .append(i % 5 == 0 ? "val" : "train")
                    .append("\"}}");
            order.append(i == 0 ? "" : ",").append('"').append(key).append('"');
        }
        return "{\"_via_settings\":{\"ui\":{},\"core\":{\"default_filepath\":\"\"},\"project\":{\"name\":\"large\"}},"
                + "\"_via_img_metadata\":{" + entries
                + "},\"_via_attributes\":{\"region\":{\"class\":{\"type\":\"dropdown\","
                + "\"description\":\"\",\"options\":{\"fire\":\"\",\"smoke\":\"\"},\"default_options\":{\"fire\":true}}},"
                + "\"file\":{\"split\":{\"type\":\"dropdown\",\"description\":\"\",\"options\":{\"train\":\"\",\"val\":\"\"},"
                + "\"default_options\":{}}}},\"_via_data_format_version\":\"2.0.10\",\"_via_image_id_list\":[" + order
                + "]}";
    }

    private static void region(Random random, StringBuilder out) {
        int vertices = 8 + random.nextInt(17);
        int cx = 100 + random.nextInt(1700);
        int cy = 100 + random.nextInt(800);
        StringBuilder xs = new StringBuilder();
        StringBuilder ys = new StringBuilder();
        for (int k = 0; k < vertices; k++) {
            double angle = 2 * Math.PI * k / vertices;
            double radius = 30 + random.nextInt(50);
            xs.append(k == 0 ? "" : ",").append(Math.round(cx + radius * Math.cos(angle)));
            ys.append(k == 0 ? "" : ",").append(Math.round(cy + radius * Math.sin(angle)));
        }
        out.append("{\"shape_attributes\":{\"name\":\"polygon\",\"all_points_x\":[")
                .append(xs);
        out.append("],\"all_points_y\":[").append(ys);
        out.append("]},\"region_attributes\":{\"class\":\"")
                .append(random.nextInt(9) == 0 ? "smoke" : "fire")
                .append("\"}}");
    }
}
