package io.flamemark.app.train.config;

import io.flamemark.run.RunConfig;
import java.util.ArrayList;
import java.util.List;

/** What sets the configurations of several runs apart. */
final class ConfigDiff {

    /**
     * A value that is not the same in all.
     *
     * @param name as the settings call it, with its group
     * @param help what it does
     * @param values one a run, in the order of the runs
     */
    record Row(String name, String help, List<String> values) {}

    private ConfigDiff() {}

    /** The values that are not the same in all configurations, in the order of the settings; none for less than two. */
    static List<Row> of(List<RunConfig> configs) {
        List<List<ConfigItem>> sheets = configs.stream()
                .map(config -> ConfigItem.all(() -> config, (path, value) -> {}, refusal -> {}))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; !sheets.isEmpty() && i < sheets.get(0).size(); i++) {
            int line = i;
            List<String> values =
                    sheets.stream().map(sheet -> sheet.get(line).text()).toList();
            if (values.stream().distinct().count() > 1) {
                ConfigItem item = sheets.get(0).get(i);
                rows.add(new Row(item.getCategory() + " · " + item.getName(), item.getDescription(), values));
            }
        }
        return rows;
    }
}
