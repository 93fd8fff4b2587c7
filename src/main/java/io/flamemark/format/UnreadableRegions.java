package io.flamemark.format;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonNull;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;

/** A member {@code regions} that holds no regions (a text, a number): it makes room for real ones without being lost. */
final class UnreadableRegions {

    /** Where it goes. VIA reads past members it does not know. */
    static final String KEY = "regions_unreadable";

    private UnreadableRegions() {}

    /** Whether it is neither regions nor the absence of them. */
    static boolean is(JsonValue regions) {
        return regions != null
                && !(regions instanceof JsonArray || regions instanceof JsonObject || regions instanceof JsonNull);
    }

    /** The entry of an image with its unreadable regions under a key of their own; any other entry as it is. */
    static JsonObject setAside(JsonObject entry) {
        JsonValue regions = entry.get("regions").orElse(null);
        return is(regions) ? entry.with(freeKey(entry), regions) : entry;
    }

    private static String freeKey(JsonObject entry) {
        String key = KEY;
        for (int i = 2; entry.has(key); i++) {
            key = KEY + "_" + i;
        }
        return key;
    }
}
