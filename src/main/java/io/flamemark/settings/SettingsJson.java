package io.flamemark.settings;

import io.flamemark.files.JsonArray;
import io.flamemark.files.JsonException;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.files.RecordJson;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Settings as JSON. Members that are missing take their default, so that older files stay readable. */
final class SettingsJson {

    private static final int VERSION = 1;

    private SettingsJson() {}

    static JsonObject write(Settings settings) {
        Settings.WindowSize window = settings.window();
        return JsonObject.builder()
                .put("version", VERSION)
                .put("theme", settings.theme().name().toLowerCase(Locale.ROOT))
                .put("welcomed", settings.welcomed())
                .put("recent", JsonArray.of(settings.recent(), path -> JsonValue.of(path.toString())))
                .put("allowedFolders", JsonArray.of(settings.allowedFolders(), path -> JsonValue.of(path.toString())))
                .put(
                        "window",
                        JsonObject.builder()
                                .put("width", window.width())
                                .put("height", window.height())
                                .put("maximized", window.maximized())
                                .build())
                .put("charts", RecordJson.write(settings.charts()))
                .build();
    }

    static Settings read(JsonObject json) throws JsonException {
        Settings defaults = Settings.defaults();
        return new Settings(
                json.stringOr("theme", "light").equals("dark") ? Settings.Theme.DARK : Settings.Theme.LIGHT,
                paths(json, "recent"),
                json.boolOr("welcomed", false),
                window(json.objectOrEmpty("window"), defaults.window()),
                paths(json, "allowedFolders"),
                json.has("charts") ? RecordJson.read(json.object("charts"), Settings.Charts.class) : defaults.charts());
    }

    private static Settings.WindowSize window(JsonObject json, Settings.WindowSize defaults) throws JsonException {
        return new Settings.WindowSize(
                json.numberOr("width", defaults.width()),
                json.numberOr("height", defaults.height()),
                json.boolOr("maximized", false));
    }

    private static List<Path> paths(JsonObject json, String key) throws JsonException {
        List<Path> paths = new ArrayList<>();
        for (JsonValue value : json.arrayOrEmpty(key)) {
            try {
                paths.add(Path.of(value.asString()));
            } catch (InvalidPathException e) {
                // A path of another operating system: nothing to open here.
                continue;
            }
        }
        return paths;
    }
}
