package io.flamemark.format;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonMember;
import io.flamemark.files.JsonNull;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonString;
import io.flamemark.files.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * Members that hold something else than they should (regions that are a text, attributes that are a number): they make
 * room for what is drawn or typed without being lost, under a key of their own. VIA reads past members it does not know.
 */
final class SetAside {

    static final String REGIONS = "regions";
    static final String REGION = "region";

    private static final String SUFFIX = "_unreadable";
    private static final Set<String> OF_POINTS = Set.of("polygon", "polyline");
    private static final List<String> POINT_LISTS = List.of("all_points_x", "all_points_y");

    private SetAside() {}

    /** Where a member goes: {@code regions_unreadable}. */
    static String keyFor(String key) {
        return key + SUFFIX;
    }

    /** Whether it is neither regions nor the absence of them. */
    static boolean unreadableRegions(JsonValue regions) {
        return regions != null
                && !(regions instanceof JsonArray || regions instanceof JsonObject || regions instanceof JsonNull);
    }

    /** Whether it is neither attributes nor the absence of them; some tools write an empty list for none. */
    static boolean unreadableAttributes(JsonValue attributes) {
        return attributes != null
                && !(attributes instanceof JsonObject
                        || attributes instanceof JsonNull
                        || attributes instanceof JsonArray list && list.size() == 0);
    }

    /** The entry of an image with its unreadable regions set aside; any other entry as it is. */
    static JsonObject regions(JsonObject entry) {
        JsonValue regions = entry.get(REGIONS).orElse(null);
        return unreadableRegions(regions) ? put(entry, REGIONS, regions) : entry;
    }

    /** The entry or region with its unreadable attributes set aside; any other as it is. */
    static JsonObject attributes(JsonObject holder, String key) {
        JsonValue attributes = holder.get(key).orElse(null);
        return unreadableAttributes(attributes) ? put(holder, key, attributes) : holder;
    }

    /** The region whose outline, if it is one of points, has both lists; what stands in place of a list is set aside. */
    static JsonObject pointLists(JsonObject region) {
        JsonObject shape =
                region.get("shape_attributes").orElse(null) instanceof JsonObject object ? object : JsonObject.empty();
        if (!(shape.get("name").orElse(null) instanceof JsonString name && OF_POINTS.contains(name.value()))) {
            return region;
        }
        JsonObject listed = shape;
        for (String key : POINT_LISTS) {
            JsonValue points = shape.get(key).orElse(null);
            if (!(points instanceof JsonArray)) {
                JsonObject roomy = points == null ? listed : put(listed, key, points);
                listed = roomy.with(key, JsonArray.of(List.of()));
            }
        }
        return listed == shape ? region : region.with("shape_attributes", listed);
    }

    /** The region as an object, in which one that is none is set aside. */
    static JsonObject region(JsonValue region) {
        if (region instanceof JsonObject object) {
            return object;
        }
        return region instanceof JsonNull ? JsonObject.empty() : put(JsonObject.empty(), REGION, region);
    }

    /** The attributes with what was set aside for them beside. */
    static JsonObject takenInto(JsonObject attributes, JsonObject holder, String key) {
        JsonObject all = attributes;
        for (JsonMember member : holder.members()) {
            if (member.key().startsWith(keyFor(key)) || member.key().startsWith(keyFor(REGION))) {
                all = all.with(member.key(), member.value());
            }
        }
        return all;
    }

    private static JsonObject put(JsonObject holder, String key, JsonValue value) {
        String free = keyFor(key);
        for (int i = 2; holder.has(free); i++) {
            free = keyFor(key) + "_" + i;
        }
        return holder.with(free, value);
    }
}
