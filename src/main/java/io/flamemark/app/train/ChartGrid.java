package io.flamemark.app.train;

import io.flamemark.app.chart.CurveChart;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;

/** Four charts, two by two, sharing the room there is: the upper two, which are watched most, get more of it. */
final class ChartGrid extends GridPane {

    ChartGrid(CurveChart upperLeft, CurveChart upperRight, CurveChart lowerLeft, CurveChart lowerRight) {
        super(10, 10);
        add(upperLeft, 0, 0);
        add(upperRight, 1, 0);
        add(lowerLeft, 0, 1);
        add(lowerRight, 1, 1);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        RowConstraints upper = new RowConstraints();
        upper.setPercentHeight(54);
        RowConstraints lower = new RowConstraints();
        lower.setPercentHeight(46);
        getRowConstraints().addAll(upper, lower);
        setMinSize(0, 0);
    }
}
