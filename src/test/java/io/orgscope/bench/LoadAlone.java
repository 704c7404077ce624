package io.orgscope.bench;

/** The application with nothing beside it: what a stall has to be compared with. */
record LoadAlone(int seconds) implements Contender {

    @Override
    public String name() {
        return "no migration";
    }

    @Override
    public void migrate(Stage stage) {
        stage.pause(seconds * 1000);
    }

    @Override
    public boolean complete() {
        return false;
    }
}
