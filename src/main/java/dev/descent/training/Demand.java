package dev.descent.training;

import dev.descent.engine.network.Architecture;

/**
 * What a job takes, told before it is trained.
 *
 * @param updates at most; a job may stop early
 * @param updateWork of one update, in the unit of a gradient of one sample with respect
 * to one parameter
 * @param epochWork of one epoch in the same unit, with the evaluations
 * @param bytes of memory while it is trained, about and at most
 */
public record Demand(Architecture architecture, long updates, double updateWork, double epochWork, long bytes) {
}
