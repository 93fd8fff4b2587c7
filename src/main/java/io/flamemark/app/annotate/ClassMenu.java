package io.flamemark.app.annotate;

import io.flamemark.annotation.RegionId;
import io.flamemark.app.canvas.ClassPalette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** Offers the project's classes, and one more. */
final class ClassMenu {

    private final AnnotateModel model;
    private final RegionActions actions;
    private final Supplier<Optional<String>> askName;

    /** @param askName asks the person for the name of a new class */
    ClassMenu(AnnotateModel model, RegionActions actions, Supplier<Optional<String>> askName) {
        this.model = model;
        this.actions = actions;
        this.askName = askName;
    }

    /** The choices for one region. */
    List<MenuItem> items(RegionId region) {
        return items(name -> actions.assignClass(region, name));
    }

    /** The choices for the selected regions, or, where none is, for the regions drawn next. */
    List<MenuItem> itemsForNext() {
        return items(actions::assignClass);
    }

    private List<MenuItem> items(Consumer<String> choose) {
        List<MenuItem> items = new ArrayList<>();
        List<String> classes = model.project().classesProperty().get().classes();
        for (int i = 0; i < classes.size(); i++) {
            String name = classes.get(i);
            MenuItem item = new MenuItem(i < 9 ? name + "   " + (i + 1) : name, new Circle(5, ClassPalette.of(i)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choose.accept(name));
            items.add(item);
        }
        MenuItem another = new MenuItem("Add a class…", new FontIcon("fth-plus"));
        another.setOnAction(event -> askName.get().ifPresent(choose));
        items.add(new SeparatorMenuItem());
        items.add(another);
        return items;
    }
}
