package dev.descent.insight.surface;

import java.util.List;
import java.util.regex.Pattern;

import dev.descent.engine.network.Architecture;
import dev.descent.problem.Fault;
import dev.descent.problem.RefusedException;

/**
 * One of the parameters of a network, written {@code layer.unit.input} as in the answers
 * with weights, or {@code layer.unit.bias}; all from 0.
 *
 * @param index in the flat order of {@link Architecture}
 */
public record ParameterPlace(String name, int index) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,7})\\.(\\d{1,7})\\.(\\d{1,7}|bias)");

	/** Reads a name, or says what is wrong with it. */
	static ParameterPlace parse(String name, Architecture architecture, String queryParameter) {
		var matcher = FORM.matcher(name);
		if (!matcher.matches()) {
			throw refused(queryParameter, "must be layer.unit.input, such as 0.3.1, or layer.unit.bias");
		}
		int layer = Integer.parseInt(matcher.group(1));
		int unit = Integer.parseInt(matcher.group(2));
		if (layer >= architecture.depth() || unit >= architecture.units(layer)) {
			throw refused(queryParameter, "names no unit of the network " + architecture);
		}
		if (matcher.group(3).equals("bias")) {
			return new ParameterPlace(name, architecture.biasesFrom(layer) + unit);
		}
		int input = Integer.parseInt(matcher.group(3));
		if (input >= architecture.fanIn(layer)) {
			throw refused(queryParameter,
					"names an input that the layer does not have; it has " + architecture.fanIn(layer));
		}
		return new ParameterPlace(name, architecture.weightsFrom(layer) + unit * architecture.fanIn(layer) + input);
	}

	/** The parameter at a place of the flat order. */
	public static ParameterPlace of(int index, Architecture architecture) {
		int layer = architecture.layerOf(index);
		int biases = architecture.biasesFrom(layer);
		if (index >= biases) {
			return new ParameterPlace(layer + "." + (index - biases) + ".bias", index);
		}
		int offset = index - architecture.weightsFrom(layer);
		return new ParameterPlace(
				layer + "." + offset / architecture.fanIn(layer) + "." + offset % architecture.fanIn(layer), index);
	}

	private static RefusedException refused(String queryParameter, String detail) {
		return new RefusedException(List.of(Fault.ofParameter(queryParameter, detail)));
	}

}
