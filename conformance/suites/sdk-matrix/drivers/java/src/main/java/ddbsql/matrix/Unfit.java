package ddbsql.matrix;

/** A layer has no API for a step, or its values cannot hold the step's. Thrown before anything is sent that changes anything. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    Unfit(String reason) {
        super(reason);
    }
}
