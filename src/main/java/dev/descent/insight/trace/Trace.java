package dev.descent.insight.trace;

import java.util.ArrayList;
import java.util.List;

import dev.descent.insight.trace.Section.Kind;
import dev.descent.limits.WorkingMemory;
import dev.descent.training.TracedUpdate;

/**
 * One update, from the inputs of the network to its new parameters.
 *
 * @param traced the update
 * @param sections in the order in which they are worked out
 */
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
public record Trace(TracedUpdate traced, Detail detail, int[] rows, int[] shown, List<Section> sections) {

	/** What is asked for of an update, or refuses with all the reasons. */
	public static Trace of(TracedUpdate traced, TraceRequest request) {
		var scope = Scope.of(traced, request);
		WorkingMemory.borrow(scope.bytes());
		var sections = (scope.detail() == Detail.OVERVIEW) ? overview(scope) : sections(scope);
		int[] shown = new int[scope.shown().length];
		for (int i = 0; i < shown.length; i++) {
			shown[i] = scope.rows()[scope.shown()[i]];
		}
		return new Trace(traced, scope.detail(), scope.rows(), shown, sections);
	}

	private static List<Section> sections(Scope scope) {
		var sections = new ArrayList<Section>();
		for (int layer : scope.layers()) {
			sections.add(new ForwardSection(scope, layer).section());
		}
		if (scope.showsOutput()) {
			sections.add(new LossSection(scope).section());
		}
		for (int i = scope.layers().length - 1; i >= 0; i--) {
			sections.add(new BackwardSection(scope, scope.layers()[i]).section());
		}
		for (int layer : scope.layers()) {
			sections.add(new UpdateSection(scope, layer, Kind.WEIGHTS).section());
			sections.add(new UpdateSection(scope, layer, Kind.BIASES).section());
		}
		return sections;
	}

	private static List<Section> overview(Scope scope) {
		var overview = new OverviewSections(scope);
		var sections = new ArrayList<Section>();
		for (int layer : scope.layers()) {
			sections.add(overview.forward(layer));
		}
		if (scope.showsOutput()) {
			sections.add(overview.loss());
		}
		for (int i = scope.layers().length - 1; i >= 0; i--) {
			sections.add(overview.backward(scope.layers()[i]));
		}
		for (int layer : scope.layers()) {
			sections.add(overview.update(layer));
		}
		return sections;
	}

}
