package dev.descent.engine.analysis;

/**
 * An eigenvalue as it was found.
 *
 * @param value its estimate
 * @param residual within this distance from the value there is an eigenvalue; not below
 * the rounding of the largest
 */
public record Eigenvalue(double value, double residual) {
}
