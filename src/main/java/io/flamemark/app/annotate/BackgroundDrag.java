package io.flamemark.app.annotate;

/** The image itself is held, beside all regions: dragging moves the view, which is the canvas's business. */
record BackgroundDrag(Tool back) implements Tool {

    @Override
    public boolean draws() {
        return back.draws();
    }

    @Override
    public Step on(Input input, ToolContext context) {
        return Step.to(input instanceof Input.Drag ? this : back);
    }
}
