package io.flamemark.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.flamemark.settings.Settings;
import io.flamemark.settings.SettingsStore;
import javafx.application.Application;

/** Makes the whole application light or dark, as the settings say. */
public final class Theming {

    private Theming() {}

    /** Applies the theme now and whenever the setting changes, which it does on the window's thread. */
    public static void follow(SettingsStore settings) {
        apply(settings.get().theme());
        settings.addListener(s -> apply(s.theme()));
    }

    private static void apply(Settings.Theme theme) {
        String sheet = theme == Settings.Theme.DARK
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }
}
